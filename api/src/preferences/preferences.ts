import type { Accounts } from '../accounts/accounts.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database/database.ts';
import type { Logger } from '../platform/logger.ts';
import type { WakeUps } from '../platform/streams/wake-ups.ts';
import type { Preferences } from './domain/preferences.ts';
import { PreferencesResolver } from './graphql/preferences-resolver.ts';
import { PreferencePulse } from './preference-pulse.ts';
import { PreferenceReader } from './preference-reader.ts';
import { PreferenceStream, topicOf } from './preference-stream.ts';
import { PreferenceStore } from './store/preference-store.ts';
import { ChangePreferences } from './use-cases/change-preferences.ts';

export type { Preferences } from './domain/preferences.ts';

export const preferenceResolvers = [PreferencesResolver];

export interface PreferencesOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly wakeUps: WakeUps;
  readonly accounts: Pick<Accounts, 'people' | 'setTimeZone'>;
  readonly logger: Logger;
}

/** How each person wants PeerLearn to be. */
export interface PeoplesPreferences extends AsyncDisposable {
  readonly resolvers: readonly object[];
  /** Those of one person, the usual where they never chose; calls of the same moment are one query. */
  of(personId: string): Promise<Preferences>;
  ofMany(personIds: readonly string[]): Promise<ReadonlyMap<string, Preferences>>;
  /** Begins to make good for hints that were lost. */
  start(): void;
}

export function createPreferences(options: PreferencesOptions): PeoplesPreferences {
  const { database, clock, wakeUps, accounts, logger } = options;
  const store = new PreferenceStore(database, clock);
  const reader = new PreferenceReader(store, accounts.people);
  const stream = new PreferenceStream(reader, wakeUps);
  const pulse = new PreferencePulse({ store, clock, wakeUps, logger });
  const change = new ChangePreferences({
    store,
    setTimeZone: (personId, timeZone) => accounts.setTimeZone(personId, timeZone),
    announce: (personId) => {
      wakeUps.announce(topicOf(personId));
    },
  });
  return {
    resolvers: [new PreferencesResolver({ reader, change, stream })],
    of: (personId) => reader.of(personId),
    ofMany: (personIds) => reader.ofMany(personIds),
    start: () => {
      pulse.start();
    },
    [Symbol.asyncDispose]: () => pulse[Symbol.asyncDispose](),
  };
}
