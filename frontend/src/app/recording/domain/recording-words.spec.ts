import type { RecordingStatus } from '../../graphql/schema-types';
import { endNote, roomNote } from './recording-words';

describe('the words of a recording', () => {
  const cases: readonly [
    status: RecordingStatus,
    reason: string | null,
    inRoom: string | null,
    atEnd: string | null,
  ][] = [
    ['REQUESTED', null, 'The recording is starting…', 'Recording will be available shortly'],
    ['STARTING', null, 'The recording is starting…', 'Recording will be available shortly'],
    ['RECORDING', null, null, 'Recording will be available shortly'],
    ['PAUSED', null, null, 'Recording will be available shortly'],
    [
      'PROCESSING',
      null,
      'Recording will be available shortly.',
      'Recording will be available shortly',
    ],
    ['READY', null, 'The recording is ready. You both find it here after the session.', null],
    [
      'FAILED',
      'The recorder did not start.',
      'There is no recording: The recorder did not start.',
      'There is no recording: The recorder did not start.',
    ],
    ['FAILED', null, 'There is no recording: it failed.', 'There is no recording: it failed.'],
  ];
  for (const [status, reason, inRoom, atEnd] of cases) {
    it(`ROOM-18 ROOM-12 ${status}${reason ? ` (${reason})` : ''}`, () => {
      expect(roomNote({ status, reason })?.text ?? null).toBe(inRoom);
      expect(endNote({ status, reason })?.text ?? null).toBe(atEnd);
      expect(endNote({ status, reason })?.isBad ?? false).toBe(status === 'FAILED');
    });
  }
});
