import type { Background } from '../platform/background.ts';
import { isId } from '../platform/ids.ts';
import type { Sessions } from '../sessions/sessions.ts';
import type { MediaServer } from './media-server.ts';

export interface RoomKeeperOptions {
  readonly server: MediaServer;
  readonly sessions: Sessions;
  readonly background: Background;
}

/** Time between two looks at all rooms. */
const sweepMs = 30_000;

/**
 * Closes the rooms of sessions that have ended, so that no token opens one again. What fails once, or
 * is opened anew by somebody who asked just before the end, is closed by the next look.
 */
export class RoomKeeper implements AsyncDisposable {
  private timer: NodeJS.Timeout | null = null;

  constructor(private readonly options: RoomKeeperOptions) {}

  start(): void {
    const { sessions, background, server } = this.options;
    sessions.log.onChanged(({ sessionId, events }) => {
      if (!events.some((event) => event.type === 'SESSION_ENDED')) return;
      background.run('close room', () => server.closeRoom(sessionId));
    });
    const sweep = () => {
      background.run('close old rooms', () => this.closeEnded());
    };
    // Those that ended while this program did not run.
    sweep();
    this.timer = setInterval(sweep, sweepMs);
  }

  [Symbol.asyncDispose](): Promise<void> {
    if (this.timer) clearInterval(this.timer);
    return Promise.resolve();
  }

  /** Closes the room of every session that is over. */
  async closeEnded(): Promise<void> {
    const { server, sessions } = this.options;
    const rooms = await server.openRooms();
    const found = await sessions.reader.byIds(rooms.filter(isId));
    const ended = found.filter((session) => session.state.status === 'ENDED');
    for (const session of ended) await server.closeRoom(session.id);
  }
}
