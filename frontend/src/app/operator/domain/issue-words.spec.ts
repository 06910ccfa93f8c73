import type { IssueKind } from '../../graphql/schema-types';
import { issueText } from './issue-words';

type Case = readonly [kind: IssueKind, detail: string | null, durationMs: number | null, string];

describe('issueText', () => {
  const rows: readonly Case[] = [
    ['MEDIA_CONNECTION', null, null, 'Leo lost picture and sound'],
    ['MEDIA_CONNECTION', null, 4210, 'Leo had picture and sound again after 4.2 s'],
    ['NO_MEDIA', null, null, 'Leo was connected, and no picture or sound came'],
    ['NO_MEDIA', null, 59_400, 'Picture and sound came to Leo again after 59.4 s'],
    [
      'BACKUP_SERVER',
      'BACKUP',
      null,
      'Leo did not get through by the usual servers: others were tried',
    ],
    [
      'BACKUP_SERVER',
      'RELAY',
      65_000,
      'Leo got through by the usual servers again after 1 min 5 s',
    ],
    ['SOCKET', null, null, 'Leo lost chat and status'],
    ['SOCKET', null, 59_500, 'Leo had chat and status again after 1 min 0 s'],
    ['DEVICE', 'CAMERA_IN_USE', null, 'Leo: the camera was used by another program'],
    [
      'DEVICE',
      'MICROPHONE_BLOCKED_BY_SYSTEM',
      null,
      'Leo: the microphone was blocked by the system',
    ],
    ['DEVICE', 'MICROPHONE_SILENT', 2000, 'Leo: the microphone worked again after 2.0 s'],
    ['DEVICE', 'SOUND_BLOCKED', null, 'Leo: the sound was blocked by the browser'],
    ['DEVICE', 'CAMERA_ON_FIRE', null, 'Leo: the camera failed: on fire'],
    ['DEVICE', null, null, 'Leo: the device failed'],
    ['BANDWIDTH', null, null, 'The line of Leo was too slow for the picture'],
    ['BANDWIDTH', 'SOUND_ONLY', null, 'The line of Leo was too slow for the picture: sound only'],
    ['BANDWIDTH', null, 12_000, 'The line of Leo was fast enough again after 12.0 s'],
    ['JOIN', 'NO_MEDIA', null, 'Leo did not get in: the media server did not answer'],
    ['JOIN', 'NO_MEDIA', 3_661_000, 'Leo got in after 61 min 1 s'],
  ];
  for (const [kind, detail, durationMs, text] of rows) {
    it(`FAIL-13 says "${text}"`, () => {
      expect(issueText('Leo', { kind, detail, durationMs })).toBe(text);
    });
  }
});
