import type { Clock } from '../../platform/clock.ts';
import type { StoryReader } from '../../sessions/sessions.ts';
import type { Leads } from '../domain/notice.ts';
import { wantedNotices } from '../domain/wanted-notices.ts';
import type { NoticeStore } from '../store/notice-store.ts';

export interface DeriveOptions {
  readonly store: NoticeStore;
  readonly stories: StoryReader;
  readonly clock: Clock;
  readonly leads: Leads;
  /** Hears when something is newly due. */
  readonly onDue: (instants: readonly number[]) => void;
}

const atOnce = 200;
/** A change may be stored as late as this after the time that it bears. */
const overlapMs = 60_000;

/**
 * Derives from the sessions who is to be told what and when. It can run at any time and as often as
 * one likes: notices follow from the log, and each exists once.
 */
export class DeriveNotices {
  constructor(private readonly options: DeriveOptions) {}

  async of(sessionIds: readonly string[]): Promise<void> {
    for (let from = 0; from < sessionIds.length; from += atOnce) {
      await this.portion(sessionIds.slice(from, from + atOnce));
    }
  }

  /** All sessions that are still to be, and whatever changed since the last look. */
  async all(): Promise<void> {
    await this.changes();
    let last: string | null = null;
    do {
      const ids: readonly string[] = await this.options.stories.openIds(last, atOnce);
      await this.portion(ids);
      last = ids.at(-1) ?? null;
    } while (last !== null);
  }

  /** What changed since the last look, by whichever process, and whoever was told of it. */
  async changes(): Promise<void> {
    const { store, stories, clock } = this.options;
    const lookedAt = clock.now();
    const since = (await store.progress()).derivedTo - overlapMs;
    let page = await stories.changedSince(since, null, atOnce);
    while (page.length > 0) {
      await this.portion(page.map(({ id }) => id));
      page = await stories.changedSince(since, page.at(-1) ?? null, atOnce);
    }
    await store.markDerived(lookedAt);
  }

  private async portion(ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    const { store, stories, clock, leads, onDue } = this.options;
    const { toldFrom } = await store.progress();
    const now = clock.now();
    const instants = await store.keep(async (em) => {
      const found = await stories.byIds(ids, em);
      return [...found.values()].map((story) => ({
        sessionId: story.id,
        wanted: wantedNotices(story, { leads, toldFrom }, now),
      }));
    }, now);
    if (instants.length > 0) onDue(instants);
  }
}
