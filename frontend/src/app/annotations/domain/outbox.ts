import type { AnnotationKind, AnnotationWords } from './annotation-log';

/** An annotation that the server does not have yet. */
export interface Unsent extends AnnotationWords {
  readonly id: string;
  readonly topicId: string | null;
  readonly writtenAt: number;
  readonly sessionMs: number;
}

/** What is being typed, and for which topic; `null`: whichever is the current one. */
export interface Draft extends AnnotationWords {
  readonly topicId: string | null;
}

/** An annotation that is being changed, and the revision that its author saw. */
export interface EditDraft extends AnnotationWords {
  readonly id: string;
  readonly revision: number;
}

export const emptyDraft: Draft = { kind: 'INSIGHT', isPrivate: false, text: '', topicId: null };

/** What the browser remembers of a draft; the empty one where that is none. */
export function draftFrom(kept: unknown): Draft {
  if (!isRecord(kept)) return emptyDraft;
  const words = wordsFrom(kept);
  return words ? { ...words, topicId: textOrNull(kept['topicId']) } : emptyDraft;
}

export function unsentFrom(kept: unknown): readonly Unsent[] {
  return recordsIn(kept).flatMap((one) => {
    const words = wordsFrom(one);
    const { id, topicId, writtenAt, sessionMs } = one;
    if (!words || typeof id !== 'string' || typeof writtenAt !== 'number') return [];
    const at = { writtenAt, sessionMs: typeof sessionMs === 'number' ? sessionMs : 0 };
    return [{ ...words, id, topicId: textOrNull(topicId), ...at }];
  });
}

export function editsFrom(kept: unknown): readonly EditDraft[] {
  return recordsIn(kept).flatMap((one) => {
    const words = wordsFrom(one);
    const { id, revision } = one;
    const isEdit = words && typeof id === 'string' && typeof revision === 'number';
    return isEdit ? [{ ...words, id, revision }] : [];
  });
}

type Kept = Readonly<Record<string, unknown>>;

function wordsFrom({ kind, isPrivate, text }: Kept): AnnotationWords | null {
  if (!isKind(kind) || typeof isPrivate !== 'boolean' || typeof text !== 'string') return null;
  return { kind, isPrivate, text };
}

function isKind(value: unknown): value is AnnotationKind {
  return value === 'INSIGHT' || value === 'HOMEWORK' || value === 'QUESTION';
}

function isRecord(value: unknown): value is Kept {
  return typeof value === 'object' && value !== null;
}

function recordsIn(value: unknown): readonly Kept[] {
  return Array.isArray(value) ? value.filter(isRecord) : [];
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
