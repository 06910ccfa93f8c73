import type { EntityManager } from '../../platform/database/database.ts';
import type { Person, PersonReader } from '../../accounts/person.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/database.ts';
import type { Attending, OpenPages } from '../attending.ts';
import type { SessionRules } from '../domain/session-rules.ts';
import type { CourseRecord, SessionSnapshot, TopicRecord } from '../session-snapshot.ts';
import { CourseEntity } from './course-entity.ts';
import { type RaisedHands, readHands } from './hand-reader.ts';
import type { ListRequest } from './list-request.ts';
import { ownSessions } from './own-sessions.ts';
import { readLife } from './read-life.ts';
import { type ReadinessByPerson, readReadiness } from './readiness-reader.ts';
import { SessionEntity } from './session-entity.ts';
import { TopicEntity } from './topic-entity.ts';

const nobody: OpenPages = new Map();
const noHands: RaisedHands = new Map();
const noReadiness: ReadinessByPerson = new Map();

export interface SessionReaderOptions {
  readonly database: Database;
  readonly people: PersonReader;
  readonly clock: Clock;
  readonly rules: SessionRules;
  readonly attending: Attending;
}

/** Reads sessions with all that is shown of them, whatever their number, in a fixed number of queries. */
export class SessionReader {
  constructor(private readonly options: SessionReaderOptions) {}

  async byId(id: string): Promise<SessionSnapshot | null> {
    const [snapshot] = await this.byIds([id]);
    return snapshot ?? null;
  }

  /** In the order asked for; those that do not exist are left out. */
  async byIds(ids: readonly string[]): Promise<readonly SessionSnapshot[]> {
    if (ids.length === 0) return [];
    const em = this.options.database.fork();
    const rows = await em.find(SessionEntity, { id: { $in: [...ids] } });
    const snapshots = new Map((await this.complete(em, rows)).map((one) => [one.id, one]));
    return ids.flatMap((id) => snapshots.get(id) ?? []);
  }

  /** A page of a person's sessions: the next ones first, or the latest past ones first. */
  async list(request: ListRequest): Promise<readonly SessionSnapshot[]> {
    return await this.byIds(await ownSessions(this.options.database.fork(), request));
  }

  /** A person's sessions whose phase or clock has changed since then. */
  async changedSince(personId: string, since: number): Promise<readonly SessionSnapshot[]> {
    const em = this.options.database.fork();
    const rows = await em.find(SessionEntity, {
      $or: [{ mentorId: personId }, { learnerId: personId }],
      changedAt: { $gte: since },
    });
    return await this.complete(em, rows);
  }

  private async complete(
    em: EntityManager,
    rows: readonly SessionEntity[],
  ): Promise<readonly SessionSnapshot[]> {
    if (rows.length === 0) return [];
    const { people, clock, rules, attending } = this.options;
    const ids = rows.map((row) => row.id);
    const now = clock.now();
    const [states, courses, topics, persons, pages, readiness, hands] = await Promise.all([
      readLife(em.fork(), ids),
      this.courses(em.fork(), rows),
      this.topics(em.fork(), ids),
      people.byIds([...new Set(rows.flatMap((row) => [row.mentorId, row.learnerId]))]),
      attending.personsAtMany(em.fork(), ids, now),
      readReadiness(em.fork(), ids),
      readHands(em.fork(), ids),
    ]);
    return rows.map((row) => ({
      id: row.id,
      title: row.title,
      course: known(courses, row.courseId),
      mentor: known<Person>(persons, row.mentorId),
      learner: known<Person>(persons, row.learnerId),
      topics: topics.get(row.id) ?? [],
      lastSeq: row.lastSeq,
      state: known(states, row.id),
      attending: pages.get(row.id) ?? nobody,
      readiness: readiness.get(row.id) ?? noReadiness,
      hands: hands.get(row.id) ?? noHands,
      rules,
      now,
    }));
  }

  private async courses(
    em: EntityManager,
    rows: readonly SessionEntity[],
  ): Promise<ReadonlyMap<string, CourseRecord>> {
    const ids = [...new Set(rows.map((row) => row.courseId))];
    const courses = await em.find(CourseEntity, { id: { $in: ids } });
    return new Map(courses.map((course) => [course.id, course]));
  }

  private async topics(
    em: EntityManager,
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, readonly TopicRecord[]>> {
    const topics = await em.find(
      TopicEntity,
      { sessionId: { $in: [...ids] } },
      { orderBy: { position: 'asc' } },
    );
    return Map.groupBy(topics, (topic) => topic.sessionId);
  }
}

function known<T>(found: ReadonlyMap<string, T>, id: string): T {
  const value = found.get(id);
  if (value === undefined) throw new Error(`nothing is known of ${id}`);
  return value;
}
