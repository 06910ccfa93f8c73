import type { Database } from '../platform/database/database.ts';
import { ConsentReader, type FactsReader } from '../sessions/sessions.ts';
import type { Consents } from './consent.ts';
import { ConsentBook } from './consent-book.ts';

/** What the two of a session agreed to, for a program that is not the api and does what it offers. */
export function readConsents(
  database: Database,
  facts: Pick<FactsReader, 'ofMany'>,
): Pick<Consents, 'isRunning' | 'spans'> {
  const offers = { TRANSCRIPT: true, RECORDING: true };
  return new ConsentBook({ facts, consents: new ConsentReader(database), offers });
}
