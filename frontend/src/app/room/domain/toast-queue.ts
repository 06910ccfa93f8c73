import type { Toast } from './room-news';

/** A toast with its turn. */
export interface Turn {
  readonly toast: Toast;
  readonly from: number;
  readonly to: number;
}

const shownMs = 4000;
/** What waits behind another is short, so that nothing is told long after it happened. */
const mostWaiting = 3;

/**
 * The queue with one more, each after the other. What is about the same as one before takes its place:
 * only the newest is true.
 */
export function withToast(queue: readonly Turn[], toast: Toast, now: number): readonly Turn[] {
  const others = queue.filter((turn) => turn.to > now && turn.toast.about !== toast.about);
  const timed = [...others.map((turn) => turn.toast), toast].slice(-mostWaiting);
  const [shown] = others.filter((turn) => turn.from <= now);
  let from = now;
  return timed.map((one) => {
    const turn = { toast: one, from, to: shown?.toast === one ? shown.to : from + shownMs };
    from = turn.to;
    return turn;
  });
}

/** Which one is shown at a time. */
export function toastAt(queue: readonly Turn[], now: number): Toast | null {
  return queue.find(({ from, to }) => from <= now && now < to)?.toast ?? null;
}
