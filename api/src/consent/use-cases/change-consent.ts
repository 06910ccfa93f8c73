import {
  type ConsentKind,
  type ConsentPolicy,
  type FactsReader,
  type OpenLog,
  type SessionLog,
  consentEventTypes,
  isConsent,
} from '../../sessions/sessions.ts';
import type { ConsentBook } from '../consent-book.ts';
import {
  type ConsentAct,
  type ConsentRefusal,
  decideConsent,
  replayConsent,
} from '../domain/consent.ts';

export interface ConsentOrder {
  readonly sessionId: string;
  readonly personId: string;
  readonly kind: ConsentKind;
  readonly act: ConsentAct;
}

export type ConsentAnswer =
  { readonly done: true } | { readonly rejected: ConsentRefusal | 'ENDED' };

export interface ChangeConsentOptions {
  readonly log: SessionLog;
  readonly facts: Pick<FactsReader, 'of'>;
  readonly book: Pick<ConsentBook, 'policyOf'>;
}

/** Keeps what one of the two says, under the session's lock; said again, it changes nothing. */
export class ChangeConsent {
  constructor(private readonly options: ChangeConsentOptions) {}

  async run(order: ConsentOrder): Promise<ConsentAnswer> {
    const { log, facts, book } = this.options;
    const found = await facts.of(order.sessionId);
    if (!found) return { rejected: 'ENDED' };
    const policy = book.policyOf(found, order.kind);
    const answer = await log.change(order.sessionId, (open) => change(open, order, policy));
    return answer ?? { rejected: 'ENDED' };
  }
}

async function change(
  log: OpenLog,
  { personId, kind, act }: ConsentOrder,
  policy: ConsentPolicy,
): Promise<ConsentAnswer> {
  if (log.session.status === 'ENDED') return { rejected: 'ENDED' };
  const said = (await log.events(consentEventTypes)).filter(isConsent);
  const words = said.filter(({ payload }) => payload.kind === kind);
  const state = replayConsent(policy, words);
  const decision = decideConsent(policy, state, { act, personId });
  if ('rejected' in decision) return decision;
  const { type } = decision;
  if (type !== null) log.note({ type, personId, at: log.now, payload: { kind } });
  return { done: true };
}
