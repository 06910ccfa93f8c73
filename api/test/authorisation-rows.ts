import { newId } from '../src/platform/ids.ts';

/** The kinds of people who ask, in the order of the table's columns. */
export const viewers = ['nobody', 'stranger', 'colleague', 'learner', 'mentor', 'admin'] as const;

export type ViewerKind = (typeof viewers)[number];

/** What the operations are asked about: a session that is going on, and all that belongs to it. */
export interface Scene {
  readonly sessionId: string;
  readonly startsAt: number;
  readonly mentorId: string;
  readonly learnerId: string;
  readonly courseId: string;
  readonly topicIds: readonly string[];
  readonly cookies: Readonly<Record<ViewerKind, string | undefined>>;
}

/** One letter for each kind of viewer: see `verdicts`. */
export interface Row {
  readonly name: string;
  readonly verdicts: string;
  readonly variables: (scene: Scene, viewer: ViewerKind) => Readonly<Record<string, unknown>>;
}

/** What the letters of the table stand for. */
export const verdicts: Readonly<Record<string, string>> = {
  U: 'UNAUTHENTICATED',
  F: 'FORBIDDEN',
  N: 'NOT_FOUND',
  // May do it. Where the session's state stands in the way, the answer is a typed problem.
  y: 'yes',
};

/** So many days and minutes after the start of the session. */
export function inDays({ startsAt }: Scene, days: number, minutes = 0): string {
  return new Date(startsAt + (days * 1440 + minutes) * 60_000).toISOString();
}

/** An operation, who may do it, and what it needs. */
export function row(name: string, letters: string, variables: Row['variables'] = nothing): Row {
  return { name, verdicts: letters, variables };
}

/** What names the session. */
export function of({ sessionId }: Scene): { sessionId: string } {
  return { sessionId };
}

export function input(make: (scene: Scene, viewer: ViewerKind) => object): Row['variables'] {
  return (scene, viewer) => ({ input: make(scene, viewer) });
}

/** An input that names the session. */
export function session(more: (scene: Scene) => object = nothing): Row['variables'] {
  return input((scene) => ({ ...of(scene), ...more(scene) }));
}

/** An input that names a topic by its place. */
export function topic(index: number, more: object = {}): Row['variables'] {
  return session(({ topicIds }) => ({ topicId: topicIds[index], ...more }));
}

/** An input that names some proposal of another time. */
export function proposal(more: (scene: Scene) => object = nothing): Row['variables'] {
  return session((scene) => ({ proposalId: newId(), ...more(scene) }));
}

function nothing(): Record<string, never> {
  return {};
}

export const everybody = 'Uyyyyy';
export const admins = 'UFFFFy';
export const both = 'UFFyyF';
export const bothAndAdmins = 'UFFyyy';
export const theMentor = 'UFFFyF';
