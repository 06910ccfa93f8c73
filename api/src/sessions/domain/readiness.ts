export type DeviceResult = 'OK' | 'PROBLEM' | 'SKIPPED';

/** What a person found when they tried their devices for a session. */
export interface DeviceResults {
  readonly camera: DeviceResult;
  readonly microphone: DeviceResult;
  readonly speaker: DeviceResult;
  readonly network: DeviceResult;
}

/** The newest check that a person made for a session. */
export interface Readiness extends DeviceResults {
  readonly at: number;
}

const repeatMs = 60_000;

/** Whoever leaves a device out on purpose is ready; whoever has one that fails is not. */
export function isReady({ camera, microphone, speaker, network }: DeviceResults): boolean {
  return ![camera, microphone, speaker, network].includes('PROBLEM');
}

/** Whether a check says what the one a moment ago said, so that it is no news. */
export function isRepeated(last: Readiness | null, next: DeviceResults, now: number): boolean {
  if (!last || now - last.at > repeatMs) return false;
  const { camera, microphone, speaker, network } = last;
  return (
    camera === next.camera &&
    microphone === next.microphone &&
    speaker === next.speaker &&
    network === next.network
  );
}
