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

/** A part of a list of people. */
export interface PeopleSearch {
  readonly text: string;
  readonly first: number;
}

/** What others may ask about people. */
export interface PersonReader {
  /** One person; calls of the same moment become one query. Rejects where there is none. */
  byId(id: string): Promise<Person>;
  byIds(ids: readonly string[]): Promise<ReadonlyMap<string, Person>>;
  /** By name; those whose name, or a word of it, begins with the text. */
  withRole(role: Role, search: PeopleSearch): Promise<readonly Person[]>;
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
