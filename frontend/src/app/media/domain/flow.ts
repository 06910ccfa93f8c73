/**
 * What should arrive of the other one at a moment: `surely` where the media server has it from them and
 * we asked for it; `maybe` where silence and a still picture look the same as a dead line; `cut` where the
 * browser itself gets no answer on the line any more, and there is another way to try.
 */
export type Due = 'nothing' | 'maybe' | 'surely' | 'cut';

export interface FlowLook {
  readonly due: Due;
  /** Packets so far, by track. */
  readonly received: ReadonlyMap<string, number>;
}

/** What was seen of the flow, look after look. */
export interface Flow {
  readonly received: ReadonlyMap<string, number>;
  /** Looks in which something was surely due and nothing had come since it last moved. */
  readonly stillLooks: number;
}

export type FlowState = 'flowing' | 'stalled' | 'dead';

export const lookMs = 2000;
const stalledLooks = 3;
const deadLooks = 5;
/** What a look without anything new says; the browser has waited for itself before it speaks of a cut. */
const weights: Readonly<Record<Due, number>> = { nothing: 0, maybe: 0, surely: 1, cut: deadLooks };
const mostPatience = 3;

export const freshFlow: Flow = { received: new Map(), stillLooks: 0 };

/** Looks are counted, not milliseconds: a page that slept saw nothing stand still. */
export function nextFlow(flow: Flow, { due, received }: FlowLook): Flow {
  if (due === 'nothing' || hasMoved(flow, received)) return { received, stillLooks: 0 };
  return { received, stillLooks: flow.stillLooks + weights[due] };
}

/** Whether anything came since the look before; what comes for the first time counts too. */
export function hasMoved(flow: Flow, received: ReadonlyMap<string, number>): boolean {
  return [...received].some(([track, count]) => count > (flow.received.get(track) ?? 0));
}

/**
 * What to think of it. A line that is made anew in vain (`fruitless` times) is given twice the time each
 * time, because then it is hardly the line.
 */
export function flowState({ stillLooks }: Flow, fruitless: number): FlowState {
  if (stillLooks >= deadLooks * 2 ** Math.min(fruitless, mostPatience)) return 'dead';
  return stillLooks >= stalledLooks ? 'stalled' : 'flowing';
}
