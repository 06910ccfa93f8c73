import type { PersonReader } from '../../accounts/person.ts';
import type { Clock } from '../../platform/clock.ts';
import type { WakeUps } from '../../platform/streams/wake-ups.ts';
import type { SessionSnapshot } from '../../sessions/session-snapshot.ts';
import { type Words, wordsOf } from '../domain/notice-words.ts';
import type { ListedNotice, NoticeList, NoticePosition } from '../store/notice-list.ts';
import { sessionPath } from './carriers.ts';

export interface OwnNoticesOptions {
  readonly list: NoticeList;
  readonly sessions: { byIds(ids: readonly string[]): Promise<readonly SessionSnapshot[]> };
  readonly people: PersonReader;
  readonly wakeUps: WakeUps;
  readonly clock: Clock;
}

/** A notice as its person is shown it. */
export interface Shown {
  readonly notice: ListedNotice;
  readonly snapshot: SessionSnapshot;
  readonly words: Words;
  readonly path: string;
}

export interface Page {
  readonly shown: readonly Shown[];
  readonly hasMore: boolean;
  readonly unread: number;
}

/** What was stored so shortly before the last look may not have been visible to it. */
const overlapMs = 5000;

/** What one person was told in the app. */
export class OwnNotices {
  constructor(private readonly options: OwnNoticesOptions) {}

  async page(personId: string, first: number, after: NoticePosition | null): Promise<Page> {
    const { list } = this.options;
    const [found, unread] = await Promise.all([
      list.page(personId, first + 1, after),
      list.unreadCount(personId),
    ]);
    const shown = await this.show(personId, found.slice(0, first));
    return { shown, hasMore: found.length > first, unread };
  }

  async markRead(personId: string, ids: readonly string[] | null): Promise<void> {
    await this.options.list.markRead(personId, ids, this.options.clock.now());
  }

  /** Each notice that is told from now on, once; perhaps those of the last seconds too. */
  async *arrivals(personId: string, signal: AbortSignal): AsyncGenerator<Shown> {
    const { list, wakeUps, clock } = this.options;
    const hints = wakeUps.listen(`notices:${personId}`, signal)[Symbol.asyncIterator]();
    let since = clock.now() - overlapMs;
    let told: ReadonlySet<string> = new Set();
    while (!(await hints.next()).done) {
      const lookedAt = clock.now();
      const found = await list.since(personId, since);
      const before = told;
      told = new Set(found.map(({ id }) => id));
      since = lookedAt - overlapMs;
      yield* await this.show(
        personId,
        found.filter(({ id }) => !before.has(id)),
      );
    }
  }

  private async show(personId: string, notices: readonly ListedNotice[]): Promise<Shown[]> {
    if (notices.length === 0) return [];
    const { sessions, people } = this.options;
    const ids = [...new Set(notices.map(({ sessionId }) => sessionId))];
    const [snapshots, reader] = await Promise.all([sessions.byIds(ids), people.byId(personId)]);
    const byId = new Map(snapshots.map((snapshot) => [snapshot.id, snapshot]));
    return notices.flatMap((notice) => {
      const snapshot = byId.get(notice.sessionId);
      return snapshot ? [shownOf(notice, snapshot, reader.timeZone)] : [];
    });
  }
}

function shownOf(notice: ListedNotice, snapshot: SessionSnapshot, timeZone: string | null): Shown {
  const { id, title, mentor, learner } = snapshot;
  const other = notice.personId === mentor.id ? learner : mentor;
  const { by } = notice.facts;
  const doer = by === notice.personId ? 'You' : by === other.id ? other.displayName : null;
  // The words stay as they were when it came: “in 24 hours” of a notice that one reads later is its title.
  const { kind, startsAt, facts, sentAt: now } = notice;
  const spoken = { kind, startsAt, facts, now, timeZone, title, by: doer };
  const words = wordsOf({ ...spoken, other: other.displayName });
  return { notice, snapshot, words, path: sessionPath(id) };
}
