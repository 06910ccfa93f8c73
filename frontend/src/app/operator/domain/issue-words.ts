import type { IssueKind } from '../../graphql/schema-types';

/** What failed for a person, as the log has it. */
export interface Issue {
  readonly kind: IssueKind;
  readonly detail: string | null;
  /** Once it was over: how long it lasted. */
  readonly durationMs: number | null;
}

/** What is said of a failure, and of its end; `code` says more where there is one. */
interface Words {
  readonly began: (who: string, code: string) => string;
  readonly over: (who: string, code: string) => string;
}

const words: Readonly<Record<IssueKind, Words>> = {
  MEDIA_CONNECTION: {
    began: (who) => `${who} lost picture and sound`,
    over: (who) => `${who} had picture and sound again`,
  },
  NO_MEDIA: {
    began: (who) => `${who} was connected, and no picture or sound came`,
    over: (who) => `Picture and sound came to ${who} again`,
  },
  BACKUP_SERVER: {
    began: (who, code) => `${who} did not get through by the usual servers${reason(code)}`,
    over: (who) => `${who} got through by the usual servers again`,
  },
  SOCKET: {
    began: (who) => `${who} lost chat and status`,
    over: (who) => `${who} had chat and status again`,
  },
  DEVICE: {
    began: (who, code) => `${who}: ${deviceText(code)}`,
    over: (who, code) => `${who}: the ${deviceOf(code)} worked again`,
  },
  BANDWIDTH: {
    began: (who, code) => `The line of ${who} was too slow for the picture${reason(code)}`,
    over: (who) => `The line of ${who} was fast enough again`,
  },
  JOIN: {
    began: (who, code) => `${who} did not get in${reason(code)}`,
    over: (who) => `${who} got in`,
  },
};

const reasons: Readonly<Record<string, string>> = {
  BACKUP: 'others were tried',
  RELAY: 'TURN alone was tried',
  NO_MEDIA: 'the media server did not answer',
  UNREACHABLE: 'PeerLearn did not answer',
  REFUSED: 'it was not allowed',
};

function reason(code: string): string {
  return code === '' ? '' : `: ${reasons[code] ?? plain(code)}`;
}

const devices: Readonly<Record<string, string>> = {
  CAMERA: 'camera',
  MICROPHONE: 'microphone',
  SOUND: 'sound',
};

const faults: Readonly<Record<string, string>> = {
  INSECURE: 'was not available without encryption',
  BLOCKED: 'was blocked by the browser',
  BLOCKED_BY_SYSTEM: 'was blocked by the system',
  DISMISSED: 'was not allowed yet',
  MISSING: 'was not found',
  IN_USE: 'was used by another program',
  UNPLUGGED: 'was unplugged',
  FAILED: 'could not be started',
  SILENT: 'gave no sound at all',
};

/** Of `CAMERA_IN_USE`: "the camera was used by another program". */
function deviceText(code: string): string {
  const fault = code.slice(code.indexOf('_') + 1);
  return `the ${deviceOf(code)} ${faults[fault] ?? `failed${reason(fault)}`}`;
}

function deviceOf(code: string): string {
  return devices[code.split('_', 1)[0] ?? ''] ?? 'device';
}

function plain(code: string): string {
  return code.toLowerCase().replaceAll('_', ' ');
}

/** What failed for whom, or works again and after how long, in words for whoever runs the place. */
export function issueText(who: string, { kind, detail, durationMs }: Issue): string {
  const { began, over } = words[kind];
  const code = detail ?? '';
  return durationMs === null
    ? began(who, code)
    : `${over(who, code)} after ${lengthText(durationMs)}`;
}

/** `4.2 s`, `1 min 5 s`. */
function lengthText(ms: number): string {
  const seconds = Math.round(ms / 1000);
  if (seconds < 60) return `${(ms / 1000).toFixed(1)} s`;
  return `${String(Math.floor(seconds / 60))} min ${String(seconds % 60)} s`;
}
