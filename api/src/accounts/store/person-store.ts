import { BatchLoader } from '../../platform/batch-loader.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/database.ts';
import { isId, newId } from '../../platform/ids.ts';
import type { NewPerson, PeopleSearch, Person, PersonReader } from '../person.ts';
import type { Role } from '../viewer.ts';
import { PersonEntity } from './person-entity.ts';

/** People in the database. */
export class PersonStore implements PersonReader {
  private readonly loader = new BatchLoader<string, Person>((ids) => this.byIds(ids));

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async byId(id: string): Promise<Person> {
    const person = await this.loader.load(id);
    if (!person) throw new Error(`there is no person ${id}`);
    return person;
  }

  find(id: string): Promise<Person | null> {
    return this.loader.load(id);
  }

  async byIds(ids: readonly string[]): Promise<ReadonlyMap<string, Person>> {
    const known = ids.filter(isId);
    if (known.length === 0) return new Map();
    const rows = await this.database.fork().find(PersonEntity, { id: { $in: known } });
    return new Map(rows.map((row) => [row.id, toPerson(row)]));
  }

  async withRole(role: Role, { text, first }: PeopleSearch): Promise<readonly Person[]> {
    // No name holds what PostgreSQL cannot keep, and asking it for that fails.
    if (text.includes('\0')) return [];
    // The text is looked for as it is, whatever a pattern would mean by its characters.
    const words = text.trim().replace(/[\\%_]/g, '\\$&');
    const names = [`${words}%`, `% ${words}%`];
    const rows = await this.database.fork().find(
      PersonEntity,
      {
        roles: { $contains: [role] },
        ...(words === '' ? {} : { $or: names.map((name) => ({ displayName: { $ilike: name } })) }),
      },
      { orderBy: { displayName: 'asc', id: 'asc' }, limit: first },
    );
    return rows.map(toPerson);
  }

  async countByRole(): Promise<readonly { readonly role: Role; readonly count: number }[]> {
    return await this.database
      .fork()
      .execute(
        `select role, count(*)::integer as count from person, unnest(roles) as role group by role`,
      );
  }

  async byEmail(email: string): Promise<Person | null> {
    const row = await this.database.fork().findOne(PersonEntity, { email: email.toLowerCase() });
    return row && toPerson(row);
  }

  /** Adds somebody; whoever has the address already is left as they are and given back. */
  async add(person: NewPerson): Promise<Person> {
    const email = person.email.trim().toLowerCase();
    await this.database.fork().execute(
      `insert into person (id, display_name, email, roles, time_zone, created_at)
       values (?, ?, ?, ?, ?, ?) on conflict (email) do nothing`,
      [
        person.id ?? newId(),
        displayName(person.displayName, email),
        email,
        `{${person.roles.join(',')}}`,
        person.timeZone ?? null,
        new Date(this.clock.now()).toISOString(),
      ],
    );
    const added = await this.byEmail(email);
    if (!added) throw new Error('a person was gone as soon as it was added');
    return added;
  }

  async grant(id: string, role: Role): Promise<void> {
    await this.database.fork().execute(
      `update person set roles = array_append(roles, ?::text)
       where id = ? and not roles @> array[?::text]`,
      [role, id, role],
    );
  }

  async setTimeZone(id: string, timeZone: string): Promise<void> {
    await this.database
      .fork()
      .execute(`update person set time_zone = ? where id = ?`, [timeZone, id]);
  }
}

function displayName(name: string, email: string): string {
  return name.trim() || (email.split('@')[0] ?? email);
}

function toPerson(row: PersonEntity): Person {
  const { id, displayName: name, email, roles, avatarUrl, timeZone } = row;
  return { id, displayName: name, email, roles, avatarUrl, timeZone };
}
