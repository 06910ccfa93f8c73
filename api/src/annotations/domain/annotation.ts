export type AnnotationKind = 'INSIGHT' | 'HOMEWORK' | 'QUESTION';

/** What a mentor wrote on a topic. */
export interface Annotation {
  readonly id: string;
  /** `null` where there was no topic to write on. */
  readonly topicId: string | null;
  readonly kind: AnnotationKind;
  readonly isPrivate: boolean;
  /** Whether the learner has ever been shown it. */
  readonly wasShared: boolean;
  readonly text: string;
  readonly authorId: string;
  readonly writtenAt: number;
  /** Active time of the session when it was written. */
  readonly sessionMs: number;
  readonly revision: number;
  readonly editedAt: number | null;
  readonly withdrawnAt: number | null;
}

/** What can be changed of it. */
export interface AnnotationWords {
  readonly kind: AnnotationKind;
  readonly isPrivate: boolean;
  readonly text: string;
}

/** Longest annotation, in Unicode code points. */
const longestText = 4000;
const editableMs = 24 * 60 * 60_000;

export type CheckedText =
  { readonly text: string } | { readonly fault: 'EMPTY' | 'TOO_LONG' | 'UNREADABLE' };

// Control characters other than tab and line feed say nothing and can break what shows them.
// eslint-disable-next-line no-control-regex -- they are what is looked for
const controls = /[\u0000-\u0008\u000b-\u001f\u007f]/;

/** Prepares what somebody typed for keeping: one kind of line end, no blanks around it. */
export function checkText(typed: string): CheckedText {
  const text = typed.replace(/\r\n?/g, '\n').trim().normalize('NFC');
  if (text === '') return { fault: 'EMPTY' };
  if (controls.test(text) || !text.isWellFormed()) return { fault: 'UNREADABLE' };
  if (Array.from(text).length > longestText) return { fault: 'TOO_LONG' };
  return { text };
}

/** Whether annotations of a session may still be written and changed: until a day after its end. */
export function isOpenAt(endedAt: number | null, now: number): boolean {
  return endedAt === null || now < endedAt + editableMs;
}

/** When something was written that says so itself, having had no connection: not before the session was planned, not later than now. */
export function writtenAt(
  told: number | null,
  { plannedAt, now }: { readonly plannedAt: number; readonly now: number },
): number {
  return told === null ? now : Math.min(now, Math.max(plannedAt, told));
}

export interface Edit extends Partial<AnnotationWords> {
  /** What the editor has seen. */
  readonly revision: number;
}

export type EditDecision =
  | { readonly annotation: Annotation; readonly isNew: boolean }
  | { readonly rejected: 'STALE' | 'WITHDRAWN' };

/** An edit of what was seen last; of something that another tab has changed since, it is refused. */
export function decideEdit(annotation: Annotation, edit: Edit, now: number): EditDecision {
  if (annotation.withdrawnAt !== null) return { rejected: 'WITHDRAWN' };
  const { kind, isPrivate, text } = { ...wordsOf(annotation), ...edit };
  const words = { kind, isPrivate, text };
  const isSame = Object.entries(wordsOf(annotation)).every(
    ([name, value]) => words[name as keyof AnnotationWords] === value,
  );
  // Sent again, or typed the same in another tab.
  if (isSame) return { annotation, isNew: false };
  if (edit.revision !== annotation.revision) return { rejected: 'STALE' };
  const wasShared = annotation.wasShared || !isPrivate;
  const revision = annotation.revision + 1;
  const edited = { ...annotation, ...words, wasShared, revision, editedAt: now };
  return { annotation: edited, isNew: true };
}

/** Takes it back; nothing of its words is kept. */
export function withdrawn(annotation: Annotation, now: number): Annotation {
  if (annotation.withdrawnAt !== null) return annotation;
  return { ...annotation, text: '', revision: annotation.revision + 1, withdrawnAt: now };
}

/**
 * An annotation as somebody else than its author sees it: without a private word; one that they were
 * shown and that is private now, as withdrawn; `null` where there is nothing that they know of.
 */
export function asOthersSee<Seen extends Annotation>(annotation: Seen): Seen | null {
  const { wasShared, isPrivate, withdrawnAt, editedAt } = annotation;
  if (!wasShared) return null;
  if (!isPrivate) return annotation;
  const goneAt = withdrawnAt ?? editedAt ?? annotation.writtenAt;
  return { ...annotation, text: '', isPrivate: false, withdrawnAt: goneAt };
}

function wordsOf({ kind, isPrivate, text }: Annotation): AnnotationWords {
  return { kind, isPrivate, text };
}
