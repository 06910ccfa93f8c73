import type { Allowances } from '../platform/allowances/allowances.ts';
import { type ConsentKind, isConsent, type Sessions } from '../sessions/sessions.ts';
import { ConsentBook, type ConsentBookOptions } from './consent-book.ts';
import type { ConsentSpan } from './domain/consent-spans.ts';
import { ConsentResolver } from './graphql/consent-resolver.ts';
import { ChangeConsent } from './use-cases/change-consent.ts';

export { type ConsentSpan, isWithin } from './domain/consent-spans.ts';

export const consentResolvers = [ConsentResolver];

/** What whoever writes down or records asks, before and while they do. */
export interface Consents {
  /** Whether both want it, and the session goes on. */
  isRunning(sessionId: string, kind: ConsentKind): Promise<boolean>;
  /** Whether both wanted it, are off the record, and the session goes on. */
  isPaused(sessionId: string, kind: ConsentKind): Promise<boolean>;
  /** When both wanted it, in order; never where the course has it off by now. */
  spans(sessionId: string, kind: ConsentKind): Promise<readonly ConsentSpan[]>;
  /** Tells in which session one of the two has said something, after it is stored. */
  onChanged(listener: (sessionId: string) => void): void;
}

export interface Consent extends Consents {
  readonly resolvers: readonly object[];
  readonly change: ChangeConsent;
}

type ConsentMeans = Required<Pick<ConsentBookOptions, 'offers' | 'speechEngine'>>;

/** What the two agree to: one machine for the transcript and for the recording. */
export function createConsent(
  sessions: Sessions,
  allowances: Allowances,
  { offers, speechEngine }: ConsentMeans,
): Consent {
  const { access, facts, consents, log, reader } = sessions;
  const book = new ConsentBook({ facts, consents, offers, speechEngine });
  const change = new ChangeConsent({ log, facts, book });
  return {
    change,
    resolvers: [new ConsentResolver({ access, sessions: reader, allowances, book, change })],
    isRunning: (sessionId, kind) => book.isRunning(sessionId, kind),
    isPaused: (sessionId, kind) => book.isPaused(sessionId, kind),
    spans: (sessionId, kind) => book.spans(sessionId, kind),
    onChanged(listener) {
      log.onChanged(({ sessionId, events }) => {
        if (events.some(isConsent)) listener(sessionId);
      });
    },
  };
}
