import { type Turn, delayText, turnWords } from './timeline-words';

describe('turnWords', () => {
  const turn = (parts: Partial<Turn> & Pick<Turn, 'type'>): Turn => ({
    name: '',
    leaveReason: null,
    endReason: null,
    outcome: null,
    issue: null,
    said: '',
    recordingReason: null,
    ...parts,
  });
  const rows: readonly [Turn, string, string][] = [
    [turn({ type: 'SESSION_STARTED' }), 'The session started', 'good'],
    [turn({ type: 'SESSION_PAUSED' }), 'The session paused', 'bad'],
    [turn({ type: 'CONNECTION_JOINED', name: 'Leo' }), 'Leo came', 'good'],
    [
      turn({ type: 'CONNECTION_LEFT', name: 'Leo', leaveReason: 'LEFT_BY_CHOICE' }),
      'Leo left',
      'calm',
    ],
    [
      turn({ type: 'CONNECTION_LEFT', name: 'Leo', leaveReason: 'CONNECTION_FAILED' }),
      'Leo lost the connection',
      'bad',
    ],
    [
      turn({ type: 'CONNECTION_LEFT', leaveReason: 'MEDIA_SERVER_DOWN' }),
      'Somebody was cut off: the media server was down',
      'bad',
    ],
    [turn({ type: 'CONNECTION_LEFT' }), 'Somebody was gone', 'bad'],
    [turn({ type: 'FINISH_AGREED', name: 'Mia' }), 'Mia wanted to finish early', 'calm'],
    [
      turn({ type: 'SESSION_ENDED', endReason: 'TIME_UP', outcome: 'COMPLETED' }),
      'The session ended: the time was up (completed)',
      'calm',
    ],
    [turn({ type: 'SESSION_ENDED' }), 'The session ended', 'calm'],
    [
      turn({
        ...{ type: 'TECH_ISSUE', name: 'Leo' },
        issue: { kind: 'SOCKET', detail: null, durationMs: null },
      }),
      'Leo lost chat and status',
      'bad',
    ],
    [
      turn({
        type: 'TECH_ISSUE_OVER',
        issue: { kind: 'SOCKET', detail: null, durationMs: 3000 },
      }),
      'Somebody had chat and status again after 3.0 s',
      'good',
    ],
    [turn({ type: 'RECORDING_STARTED' }), 'The recording began', 'calm'],
    [
      turn({ type: 'RECORDING_FAILED', recordingReason: 'The disk is full.' }),
      'The recording failed: The disk is full.',
      'bad',
    ],
    [turn({ type: 'HAND_RAISED' }), 'hand raised', 'calm'],
  ];
  for (const [one, text, tone] of rows) {
    it(`FAIL-13 says "${text}"`, () => {
      expect(turnWords(one)).toEqual({ text, tone: tone as never });
    });
  }

  it('FAIL-13 says of what was heard of late how late', () => {
    expect(delayText(1000, 1999)).toBe('');
    expect(delayText(1000, 3400)).toBe('heard of 2.4 s later');
  });
});
