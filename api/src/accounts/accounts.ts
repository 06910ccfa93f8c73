import type { IncomingHttpHeaders } from 'node:http';
import { toNodeHandler } from 'better-auth/node';
import type { RequestHandler } from 'express';
import { Background } from '../platform/background.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database/database.ts';
import { openPool } from '../platform/database/open-pool.ts';
import type { Logger } from '../platform/logger.ts';
import type { Mailbox } from '../platform/mail/mailbox.ts';
import type { WakeUps } from '../platform/streams/wake-ups.ts';
import { ExpiredRows } from './auth/expired-rows.ts';
import { KnownViewers } from './auth/known-viewers.ts';
import { SignInLinks } from './auth/sign-in-links.ts';
import { addressHeader, createSignIn } from './auth/sign-in-library.ts';
import { SignOuts } from './auth/sign-outs.ts';
import { type SignedIn, Viewers } from './auth/viewers.ts';
import { AccountResolver } from './graphql/account-resolver.ts';
import type { NewPerson, Person, PersonReader } from './person.ts';
import { PersonEntity } from './store/person-entity.ts';
import { PersonStore } from './store/person-store.ts';
import type { Role } from './viewer.ts';

export const accountEntities = [PersonEntity];
export const accountResolvers = [AccountResolver];

export interface AccountsOptions {
  readonly database: Database;
  readonly databaseUrl: string;
  /** How long the database may be silent while an answer is due, in milliseconds. */
  readonly silenceMs: number;
  readonly mailbox: Mailbox;
  readonly wakeUps: WakeUps;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly publicUrl: string;
  readonly auth: {
    readonly secret: string;
    readonly signUp: 'open' | 'invited';
    readonly adminEmail: string | null;
    readonly isRateLimited: boolean;
  };
}

/** Who people are and how they prove it. */
export interface Accounts extends AsyncDisposable {
  readonly people: PersonReader;
  readonly resolvers: readonly object[];
  /** Answers everything below `/auth`. */
  readonly handler: RequestHandler;
  viewerOf(headers: IncomingHttpHeaders): Promise<SignedIn>;
  /** A word for each sign-in of the person that ends, in whatever process, until `signal`. */
  signOutsOf(personId: string, signal: AbortSignal): AsyncIterable<void>;
  /** Adds somebody; whoever has the address already is left as they are and given back. */
  addPerson(person: NewPerson): Promise<Person>;
  grant(personId: string, role: Role): Promise<void>;
  /** `timeZone` is the IANA name of one; whoever asks has made sure. */
  setTimeZone(personId: string, timeZone: string): Promise<void>;
  /** An address that signs the person in once, within a day unless said otherwise. */
  signInLink(personId: string, path: string, validForMs?: number): Promise<string>;
  setPassword(personId: string, password: string): Promise<void>;
  /** Makes sure of the administrator that the settings name. */
  prepare(): Promise<void>;
  /** Removes a portion of the sign-ins and links whose time is over; says how many. */
  forgetExpired(now: number): Promise<number>;
  /** Resolves when every mail that is on its way has been handed over. */
  mailSent(): Promise<void>;
}

export function createAccounts(options: AccountsOptions): Accounts {
  const { database, clock, logger, publicUrl, auth, mailbox } = options;
  const { databaseUrl: url, silenceMs } = options;
  const pool = openPool({ url, max: 10, schema: 'auth', silenceMs, logger });
  const people = new PersonStore(database, clock);
  const background = new Background(logger);
  const known = new KnownViewers(clock);
  const signOuts = new SignOuts(options.wakeUps, known);
  const library = createSignIn({
    ...auth,
    publicUrl,
    pool,
    people,
    logger,
    post: (mail) => {
      background.run('mail', () => mailbox.send(mail));
    },
    onSignedOut: (personId) => {
      signOuts.announce(personId);
    },
  });
  const links = new SignInLinks({ library, pool, people, clock, publicUrl });
  const expired = new ExpiredRows(pool);
  const viewers = new Viewers(library, people, known);
  return {
    people,
    resolvers: [new AccountResolver(people)],
    handler: handlerOf(
      toNodeHandler(async (request) => withRetryAfter(await library.handler(request))),
    ),
    viewerOf: (headers) => viewers.of(headers),
    signOutsOf: (personId, signal) => signOuts.of(personId, signal),
    addPerson: (person) => people.add(person),
    async grant(personId, role) {
      await people.grant(personId, role);
      known.forget(personId);
    },
    setTimeZone: (personId, timeZone) => people.setTimeZone(personId, timeZone),
    signInLink: (personId, path, validForMs) => links.make(personId, path, validForMs),
    setPassword: (personId, password) => links.setPassword(personId, password),
    forgetExpired: (now) => expired.forget(now),
    prepare: () => addAdministrator(people, auth.adminEmail),
    mailSent: () => background.settled(),
    async [Symbol.asyncDispose]() {
      await background[Symbol.asyncDispose]();
      await pool.end();
    },
  };
}

function handlerOf(handler: ReturnType<typeof toNodeHandler>): RequestHandler {
  return async (request, response) => {
    request.headers[addressHeader] = request.ip;
    await handler(request, response);
  };
}

/** Tells whoever tries too often when to come back by the header that all programs know. */
function withRetryAfter(response: Response): Response {
  const seconds = response.headers.get('x-retry-after');
  if (seconds !== null) response.headers.set('retry-after', seconds);
  return response;
}

async function addAdministrator(people: PersonStore, email: string | null): Promise<void> {
  if (email === null) return;
  const { id } = await people.add({ email, displayName: '', roles: ['ADMIN'] });
  await people.grant(id, 'ADMIN');
}
