import type { Pool } from 'pg';
import { BatchWriter } from '../../platform/batch-writer.ts';
import type { Clock } from '../../platform/clock.ts';
import { newId, newSecret } from '../../platform/ids.ts';
import type { PersonReader } from '../person.ts';
import { type SignInLibrary, authPath, hashToken } from './sign-in-library.ts';

export interface SignInLinksOptions {
  readonly library: SignInLibrary;
  /** Connections whose `search_path` is the schema `auth`. */
  readonly pool: Pick<Pool, 'query'>;
  readonly people: PersonReader;
  readonly clock: Clock;
  readonly publicUrl: string;
}

/** A link as the library keeps those that it makes itself. */
interface KeptLink {
  readonly id: string;
  readonly identifier: string;
  readonly value: string;
  readonly expiresAt: string;
}

const dayMs = 24 * 3600 * 1000;

/** Links that sign a person in with one click, made by us and not asked for by anybody. */
export class SignInLinks {
  /** Thousands of reminders that are due together each carry two. */
  private readonly kept = new BatchWriter<KeptLink>((links) => this.keep(links));

  constructor(private readonly options: SignInLinksOptions) {}

  /** An address that signs the person in once and goes on to `path`. */
  async make(personId: string, path: string, validForMs = dayMs): Promise<string> {
    const { people, clock, publicUrl } = this.options;
    const { email, displayName } = await people.byId(personId);
    const token = newSecret();
    await this.kept.write({
      id: newId(),
      identifier: `magic-link:${hashToken(token)}`,
      value: JSON.stringify({ type: 'magic-link', email, name: displayName }),
      expiresAt: new Date(clock.now() + validForMs).toISOString(),
    });
    const url = new URL(`${publicUrl}${authPath}/magic-link/verify`);
    url.searchParams.set('token', token);
    url.searchParams.set('callbackURL', path);
    url.searchParams.set('errorCallbackURL', errorPage(path));
    return url.toString();
  }

  /** Gives the person a password, whether there was one or not. */
  async setPassword(personId: string, password: string): Promise<void> {
    const { library, people } = this.options;
    const { email, displayName } = await people.byId(personId);
    const { internalAdapter, password: passwords } = await library.$context;
    const found = await internalAdapter.findUserByEmail(email, { includeAccounts: true });
    const user =
      found?.user ??
      (await internalAdapter.createUser(
        { email, name: displayName, emailVerified: true },
        { method: 'admin' },
      ));
    const hash = await passwords.hash(password);
    if (found?.accounts.some((account) => account.providerId === 'credential')) {
      await internalAdapter.updatePassword(user.id, hash);
    } else {
      const account = { userId: user.id, accountId: user.id, providerId: 'credential' };
      await internalAdapter.linkAccount({ ...account, password: hash });
    }
  }

  private async keep(links: readonly KeptLink[]): Promise<void> {
    await this.options.pool.query(
      `insert into verification (id, identifier, value, "expiresAt")
         select * from jsonb_to_recordset($1::jsonb)
           as link (id uuid, identifier text, value text, "expiresAt" timestamptz)`,
      [JSON.stringify(links)],
    );
  }
}

/**
 * Where a link leads that was used or is too old: to signing in, and from there to the same page; whoever
 * is signed in already goes on at once. The library decodes the address once more, so it is encoded twice.
 */
function errorPage(path: string): string {
  return `/sign-in?next=${encodeURIComponent(encodeURIComponent(path))}`;
}
