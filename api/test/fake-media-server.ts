import {
  type AccessRequest,
  type Admission,
  type CheckRequest,
  ForgedNotice,
  type MediaAccess,
  type MediaNotice,
  type MediaServer,
  MediaServerAway,
} from '../src/media/media-server.ts';
import type { RoomPage, RosterEntry } from '../src/presence/roster.ts';

/** A media server without media: rooms are lists, and a test says who comes and goes. */
export class FakeMediaServer implements MediaServer {
  isAway = false;
  /** Who tried the way in, in order. */
  readonly checks: CheckRequest[] = [];
  private readonly rooms = new Map<string, RosterEntry[]>();
  private readonly waiting = new Map<string, string>();
  private nextClosing = Promise.withResolvers<string>();
  /** What it posts, by the text of the post. */
  readonly notices = new Map<string, MediaNotice | null>();

  openRoom(sessionId: string): Promise<void> {
    return this.answer(() => {
      if (!this.rooms.has(sessionId)) this.rooms.set(sessionId, []);
    });
  }

  closeRoom(sessionId: string): Promise<void> {
    return this.answer(() => {
      this.rooms.delete(sessionId);
      this.nextClosing.resolve(sessionId);
    });
  }

  /** Resolves with the session whose room is closed next. */
  closed(): Promise<string> {
    this.nextClosing = Promise.withResolvers<string>();
    return this.nextClosing.promise;
  }

  openRooms(): Promise<readonly string[]> {
    return this.answer(() => [...this.rooms.keys()]);
  }

  inRoom(sessionId: string): Promise<readonly RosterEntry[]> {
    return this.answer(() => this.rooms.get(sessionId) ?? []);
  }

  putOut(sessionId: string, page: RoomPage): Promise<void> {
    const isOfPage = (entry: RosterEntry) =>
      entry.personId === page.personId && entry.connectionId === page.connectionId;
    return this.answer(() => {
      for (const entry of this.rooms.get(sessionId) ?? []) {
        if (isOfPage(entry)) this.vanish(sessionId, entry.sid);
      }
    });
  }

  access(request: AccessRequest): Promise<MediaAccess> {
    const { personId, connectionId, validUntil } = request;
    const identity = `${personId}:${connectionId}`;
    return Promise.resolve({
      url: 'ws://fake',
      token: `token of ${identity}`,
      identity,
      validUntil,
    });
  }

  letIn({ sessionId, personId, connectionId, at }: Admission): Promise<string | null> {
    return this.answer(() => {
      const page = `${personId}:${connectionId}`;
      const sid = this.waiting.get(page);
      this.waiting.delete(page);
      if (sid === undefined) return null;
      this.enter(sessionId, { personId, connectionId, sid, joinedAt: at });
      return sid;
    });
  }

  /** Lets a page connect that has asked for the way to the door. */
  wait({ personId, connectionId }: RoomPage, sid: string): void {
    this.waiting.set(`${personId}:${connectionId}`, sid);
  }

  openCheck(request: CheckRequest): Promise<MediaAccess> {
    const { personId, connectionId, validUntil } = request;
    const identity = `${personId}:${connectionId}`;
    this.checks.push(request);
    return this.answer(() => ({
      url: 'ws://fake',
      token: `check of ${identity}`,
      identity,
      validUntil,
    }));
  }

  readNotice(body: string): Promise<MediaNotice | null> {
    const notice = this.notices.get(body);
    return notice === undefined
      ? Promise.reject(new ForgedNotice('not a notice of ours'))
      : Promise.resolve(notice);
  }

  /** Lets a connection appear on the list, without any notice of it. */
  enter(sessionId: string, entry: RosterEntry): void {
    this.rooms.set(sessionId, [...(this.rooms.get(sessionId) ?? []), entry]);
  }

  /** Lets a connection vanish from the list, without any notice of it. */
  vanish(sessionId: string, sid: string): void {
    const rest = (this.rooms.get(sessionId) ?? []).filter((entry) => entry.sid !== sid);
    this.rooms.set(sessionId, rest);
  }

  private answer<T>(give: () => T): Promise<T> {
    return this.isAway
      ? Promise.reject(new MediaServerAway('the fake is away'))
      : Promise.resolve(give());
  }
}
