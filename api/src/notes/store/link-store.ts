import { BatchLoader } from '../../platform/batch-loader.ts';
import type { Database } from '../../platform/database/database.ts';
import type { OpenLog } from '../../sessions/sessions.ts';
import { ResourceLinkEntity } from './resource-link-entity.ts';

export interface NewLink {
  readonly id: string;
  readonly title: string;
  readonly url: string;
}

/** Something to look at that the mentor shared with the learner. */
export class LinkRecord implements NewLink {
  readonly id: string;
  readonly title: string;
  readonly url: string;
  readonly sharedAt: number;
  /** When it was taken back. */
  readonly removedAt: number | null;
  /** Place of its last change in the session's log. */
  readonly seq: number;

  constructor(link: Omit<ResourceLinkEntity, 'sessionId'>) {
    this.id = link.id;
    this.title = link.title;
    this.url = link.url;
    this.sharedAt = link.sharedAt;
    this.removedAt = link.removedAt;
    this.seq = link.seq;
  }
}

/** Keeps and reads what mentors shared; what is asked for at the same moment is one query. */
export class LinkStore {
  private readonly loader: BatchLoader<string, readonly LinkRecord[]>;

  constructor(private readonly database: Database) {
    this.loader = new BatchLoader((sessionIds) => this.load(sessionIds));
  }

  /** The links that are there now, the first one shared first. */
  async of(sessionId: string): Promise<readonly LinkRecord[]> {
    return (await this.loader.load(sessionId)) ?? [];
  }

  /** At most `first` links whose last change is behind a place, in its order. */
  async after(sessionId: string, seq: number, first: number): Promise<readonly LinkRecord[]> {
    const rows = await this.database
      .fork()
      .find(
        ResourceLinkEntity,
        { sessionId, seq: { $gt: seq } },
        { orderBy: { seq: 'asc' }, limit: first, disableIdentityMap: true },
      );
    return rows.map((row) => new LinkRecord(row));
  }

  /** The link whose last change stands at this place; `null` where it has changed since. */
  async at(sessionId: string, seq: number): Promise<LinkRecord | null> {
    const row = await this.database
      .fork()
      .findOne(ResourceLinkEntity, { sessionId, seq }, { disableIdentityMap: true });
    return row && new LinkRecord(row);
  }

  /** The link under the session's lock. */
  async find({ em, session }: OpenLog, id: string): Promise<LinkRecord | null> {
    const row = await em.findOne(ResourceLinkEntity, { sessionId: session.id, id });
    return row && new LinkRecord(row);
  }

  async count({ em, session }: OpenLog): Promise<number> {
    return await em.count(ResourceLinkEntity, { sessionId: session.id, removedAt: null });
  }

  /** Puts a link into the session and its log. */
  add(log: OpenLog, personId: string, { id, title, url }: NewLink): LinkRecord {
    const { seq } = log.note({
      type: 'RESOURCE_SHARED',
      personId,
      at: log.now,
      payload: { resourceId: id },
    });
    const link = { id, title, url, sharedAt: log.now, removedAt: null, seq };
    log.em.create(ResourceLinkEntity, { sessionId: log.session.id, ...link });
    return new LinkRecord(link);
  }

  /** Takes a link out of the session; the log keeps that it was there. */
  async remove(log: OpenLog, personId: string, link: LinkRecord): Promise<LinkRecord> {
    const payload = { resourceId: link.id };
    const { seq } = log.note({ type: 'RESOURCE_REMOVED', personId, at: log.now, payload });
    const row = await log.em.findOneOrFail(ResourceLinkEntity, {
      sessionId: log.session.id,
      id: link.id,
    });
    Object.assign(row, { seq, removedAt: log.now });
    return new LinkRecord(row);
  }

  private async load(
    sessionIds: readonly string[],
  ): Promise<ReadonlyMap<string, readonly LinkRecord[]>> {
    const rows = await this.database
      .fork()
      .find(
        ResourceLinkEntity,
        { sessionId: { $in: [...sessionIds] }, removedAt: null },
        { orderBy: { sharedAt: 'asc', id: 'asc' }, disableIdentityMap: true },
      );
    const bySession = Map.groupBy(rows, (row) => row.sessionId);
    return new Map(
      [...bySession].map(([sessionId, links]) => [
        sessionId,
        links.map((link) => new LinkRecord(link)),
      ]),
    );
  }
}
