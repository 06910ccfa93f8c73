import type { RecordingStatus } from '../../graphql/schema-types';

/** How a recording stands, as the server says. */
export interface Standing {
  readonly status: RecordingStatus;
  readonly reason: string | null;
}

/** Something to know of the recording, in words. */
export interface RecordingNote {
  readonly text: string;
  readonly isBad: boolean;
}

const soon = 'Recording will be available shortly';

/** What is to be known of it in the room beside the sign, which says itself that it runs or is paused. */
export function roomNote({ status, reason }: Standing): RecordingNote | null {
  switch (status) {
    case 'REQUESTED':
    case 'STARTING':
      return { text: 'The recording is starting…', isBad: false };
    case 'RECORDING':
    case 'PAUSED':
      return null;
    case 'PROCESSING':
      return { text: `${soon}.`, isBad: false };
    case 'READY':
      return {
        text: 'The recording is ready. You both find it here after the session.',
        isBad: false,
      };
    case 'FAILED':
      return { text: failed(reason), isBad: true };
  }
}

/** What is to be known of it after the session; null where it can be played. */
export function endNote({ status, reason }: Standing): RecordingNote | null {
  if (status === 'READY') return null;
  return status === 'FAILED' ? { text: failed(reason), isBad: true } : { text: soon, isBad: false };
}

function failed(reason: string | null): string {
  return reason === null ? 'There is no recording: it failed.' : `There is no recording: ${reason}`;
}
