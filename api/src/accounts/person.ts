import type { Role } from './viewer.ts';

/** Somebody with an account. */
export interface Person {
  readonly id: string;
  readonly displayName: string;
  readonly email: string;
  readonly roles: readonly Role[];
  readonly avatarUrl: string | null;
  /** IANA name, where the person has chosen one. */
  readonly timeZone: string | null;
}

/** What others may ask about people. */
export interface PersonReader {
  /** One person; calls of the same moment become one query. Rejects where there is none. */
  byId(id: string): Promise<Person>;
  byIds(ids: readonly string[]): Promise<ReadonlyMap<string, Person>>;
  withRole(role: Role): Promise<readonly Person[]>;
  /** How many there are with each role; somebody may have several. */
  countByRole(): Promise<readonly { readonly role: Role; readonly count: number }[]>;
}

/** Somebody to be added. */
export interface NewPerson {
  readonly id?: string;
  /** What stands before the `@` where it is empty. */
  readonly displayName: string;
  readonly email: string;
  readonly roles: readonly Role[];
  readonly timeZone?: string;
}
