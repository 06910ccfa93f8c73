import type { Role } from './viewer.ts';

/** Somebody with an account. */
export interface PersonRecord {
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
  byId(id: string): Promise<PersonRecord>;
  byIds(ids: readonly string[]): Promise<ReadonlyMap<string, PersonRecord>>;
  withRole(role: Role): Promise<readonly PersonRecord[]>;
}
