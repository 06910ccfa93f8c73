import { isOver, isUnderWay, timesOf } from '../session/session-clock';
import type { Card } from '../session/session-lists';
import type { Awaited } from './domain/alert-points';

/** A session that may be told of, with the name it is told by. */
export interface AwaitedCard extends Awaited {
  readonly title: string;
}

/** Nothing is told of a session that is over, or that the viewer is or was in, here or elsewhere. */
export function awaitedOf(card: Card, isInSomeRoom: boolean): AwaitedCard {
  const { phase, startsAt } = timesOf(card.clock);
  const { presence } = card.viewerRole === 'MENTOR' ? card.mentor : card.learner;
  const hasBeenIn = presence !== 'ABSENT' && presence !== 'ATTENDING';
  return {
    id: card.id,
    title: card.title,
    startsAt,
    isAwaited: !isInSomeRoom && !isOver(phase) && !isUnderWay(phase) && !hasBeenIn,
  };
}
