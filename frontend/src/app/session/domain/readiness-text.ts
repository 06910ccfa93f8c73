type Result = 'OK' | 'PROBLEM' | 'SKIPPED';

interface Readiness {
  readonly camera: Result;
  readonly microphone: Result;
  readonly speaker: Result;
  readonly network: Result;
  readonly isReady: boolean;
}

export interface ReadinessText {
  readonly text: string;
  readonly tone: 'good' | 'warn';
}

const names = {
  camera: 'camera',
  microphone: 'microphone',
  speaker: 'speaker',
  network: 'connection',
} as const;

/** What the other's device check says, such as `Ana is ready`; `null` until they make one. */
export function readinessText(
  displayName: string,
  readiness: Readiness | null,
): ReadinessText | null {
  if (!readiness) return null;
  const [name = displayName] = displayName.split(' ');
  if (readiness.isReady) return { text: `${name} is ready`, tone: 'good' };
  const failing = (['camera', 'microphone', 'speaker', 'network'] as const)
    .filter((part) => readiness[part] === 'PROBLEM')
    .map((part) => names[part]);
  const verb = failing.length > 1 ? 'fail' : 'fails';
  return { text: `${name}’s ${failing.join(' and ')} still ${verb}`, tone: 'warn' };
}
