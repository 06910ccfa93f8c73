import { type EgressInfo, EgressStatus } from 'livekit-server-sdk';
import type { RecorderReport } from '../../recording/recorder.ts';

const states: Readonly<Record<EgressStatus, RecorderReport['state']>> = {
  [EgressStatus.EGRESS_STARTING]: 'STARTING',
  [EgressStatus.EGRESS_ACTIVE]: 'RECORDING',
  [EgressStatus.EGRESS_ENDING]: 'FINISHING',
  [EgressStatus.EGRESS_COMPLETE]: 'DONE',
  [EgressStatus.EGRESS_FAILED]: 'FAILED',
  [EgressStatus.EGRESS_ABORTED]: 'FAILED',
  // It was stopped because it was long enough; what it has is whole.
  [EgressStatus.EGRESS_LIMIT_REACHED]: 'DONE',
};

/** What Egress says in words of its own, and ours for it. */
const words: readonly (readonly [pattern: RegExp, words: string])[] = [
  [/start signal not received/i, 'Nothing came that could be recorded.'],
  [/failed to (load|navigate)|page load/i, 'The recorder could not open the page that it records.'],
  [/upload/i, 'The recording could not be brought to the storage.'],
  [/cpu|resource|exhausted/i, 'The recorder had no room at the moment.'],
];

/** What LiveKit tells of a work of Egress. */
export function toReport(info: EgressInfo): RecorderReport {
  const [file] = info.fileResults;
  const state = states[info.status];
  return {
    name: info.egressId,
    partId: partIdOf(info),
    state,
    startedAt: instantOf(file?.startedAt) ?? instantOf(info.startedAt),
    endedAt: instantOf(file?.endedAt) ?? instantOf(info.endedAt),
    bytes: file && file.size > 0n ? Number(file.size) : null,
    reason: state === 'FAILED' ? reasonOf(info) : null,
  };
}

/** Whose file it writes; `null` for what was begun by somebody else. */
export function partIdOf(info: EgressInfo): string | null {
  const path = pathOf(info) ?? info.fileResults[0]?.filename ?? '';
  return /(?:^|\/)recordings\/([0-9a-z-]+)\.mp4$/.exec(path)?.[1] ?? null;
}

function pathOf(info: EgressInfo): string | undefined {
  const { request } = info;
  return request.case === 'roomComposite' ? request.value.fileOutputs[0]?.filepath : undefined;
}

function reasonOf({ error, status }: EgressInfo): string {
  const known = words.find(([pattern]) => pattern.test(error));
  if (known) return known[1];
  if (error !== '') return `The recorder failed: ${error}`;
  return status === EgressStatus.EGRESS_ABORTED
    ? 'The recorder was stopped before it began.'
    : 'The recorder failed.';
}

/** LiveKit counts nanoseconds, and nothing is 0. */
function instantOf(nanoseconds: bigint | undefined): number | null {
  return nanoseconds ? Number(nanoseconds / 1_000_000n) : null;
}
