export type AnnotationKind = 'INSIGHT' | 'HOMEWORK' | 'QUESTION';

/** What can be chosen and typed of an annotation. */
export interface AnnotationWords {
  readonly kind: AnnotationKind;
  readonly isPrivate: boolean;
  readonly text: string;
}

/** An annotation as it is read. */
export interface ReadAnnotation extends AnnotationWords {
  readonly id: string;
  /** The session's active time by then. */
  readonly sessionMs: number;
  readonly isEdited: boolean;
  /** On what it was written, where the place on the page does not say it. */
  readonly topicTitle?: string | undefined;
}

/** An annotation as the server keeps it. */
export interface Annotation extends ReadAnnotation {
  readonly topicId: string | null;
  readonly writtenAt: number;
  readonly revision: number;
  readonly isWithdrawn: boolean;
}

/** All annotations that were told, each in its newest state, those withdrawn too. */
export type AnnotationLog = ReadonlyMap<string, Annotation>;

export const emptyLog: AnnotationLog = new Map();

/** The log with one that was told; what is older than what is known changes nothing. */
export function received(log: AnnotationLog, annotation: Annotation): AnnotationLog {
  const known = log.get(annotation.id);
  if (known && known.revision >= annotation.revision) return log;
  return new Map(log).set(annotation.id, annotation);
}

/** Those that stand, in the order in which they were written. */
export function standing(log: AnnotationLog): readonly Annotation[] {
  return [...log.values()]
    .filter(({ isWithdrawn }) => !isWithdrawn)
    .sort((a, b) => a.writtenAt - b.writtenAt || (a.id < b.id ? -1 : 1));
}

export function isSame(one: AnnotationWords, other: AnnotationWords): boolean {
  const { kind, isPrivate, text } = one;
  return kind === other.kind && isPrivate === other.isPrivate && text === other.text;
}
