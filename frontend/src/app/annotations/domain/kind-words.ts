import type { AnnotationKind } from './annotation-log';

/** Every kind, in the order in which they are offered, with its word and sign. */
export const kinds = [
  { kind: 'INSIGHT', word: 'Insight', icon: 'bulb' },
  { kind: 'HOMEWORK', word: 'Homework', icon: 'book' },
  { kind: 'QUESTION', word: 'Question', icon: 'question' },
] as const satisfies readonly { kind: AnnotationKind; word: string; icon: string }[];

export function wordOf(kind: AnnotationKind): string {
  return kinds.find((one) => one.kind === kind)?.word ?? '';
}

export function iconOf(kind: AnnotationKind): (typeof kinds)[number]['icon'] {
  return kinds.find((one) => one.kind === kind)?.icon ?? 'bulb';
}
