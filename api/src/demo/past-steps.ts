import type { BoardShape, Who } from './past-board.ts';
import type { PastAnnotation, PastSession } from './past-sessions.ts';

type Move =
  { readonly kind: 'COME'; readonly who: Who } | { readonly kind: 'GO'; readonly who: Who };

/** What leaves something behind. */
export type Deed =
  | { readonly kind: 'WRITE' | 'SPEAK'; readonly who: Who; readonly text: string }
  | { readonly kind: 'AGREE'; readonly who: Who }
  | { readonly kind: 'FINISH'; readonly topic: number }
  | { readonly kind: 'ANNOTATE'; readonly annotation: PastAnnotation }
  | { readonly kind: 'DRAW'; readonly board: readonly BoardShape[] };

export type Step = { readonly minute: number } & (Move | Deed);

/** What happened in a session of the past, in order. */
export function stepsOf(past: PastSession): readonly Step[] {
  const { chat, spoken, done, annotations, board } = past;
  const steps: readonly (readonly Step[])[] = [
    movesOf('mentor', past.mentorStay),
    movesOf('learner', past.learnerStay),
    agreementsOf(past),
    chat.map(([minute, who, text]) => ({ kind: 'WRITE', minute, who, text })),
    spoken.map(([minute, who, text]) => ({ kind: 'SPEAK', minute, who, text })),
    annotations.map((annotation) => ({
      ...{ kind: 'ANNOTATE', minute: annotation.minute, annotation },
    })),
    done.map((minute, topic) => ({ kind: 'FINISH', minute, topic })),
    board.length > 0 ? [{ kind: 'DRAW', minute: 14, board }] : [],
  ];
  return steps.flat().sort((a, b) => a.minute - b.minute);
}

function movesOf(who: Who, stay: PastSession['mentorStay']): readonly Step[] {
  if (!stay) return [];
  return [
    { kind: 'COME', minute: stay[0], who },
    { kind: 'GO', minute: stay[1], who },
  ];
}

/** Both agree to the transcript as soon as both are there. */
function agreementsOf({ mentorStay, learnerStay, spoken }: PastSession): readonly Step[] {
  if (!mentorStay || !learnerStay || spoken.length === 0) return [];
  const minute = Math.max(mentorStay[0], learnerStay[0]);
  return (['mentor', 'learner'] as const).map((who) => ({ kind: 'AGREE', minute, who }));
}
