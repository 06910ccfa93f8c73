import type { Background } from '../platform/background.ts';
import { isId } from '../platform/ids.ts';
import type { Sessions } from '../sessions/sessions.ts';
import type { MediaServer } from './media-server.ts';

export interface RoomKeeperOptions {
  readonly server: MediaServer;
  readonly sessions: Sessions;
  readonly background: Background;
}

/** Closes the rooms of sessions that have ended, so that no token opens one again. */
export class RoomKeeper {
  constructor(private readonly options: RoomKeeperOptions) {}

  start(): void {
    const { sessions, background, server } = this.options;
    sessions.log.onChanged(({ sessionId, events }) => {
      if (!events.some((event) => event.type === 'SESSION_ENDED')) return;
      background.run('close room', () => server.closeRoom(sessionId));
    });
    // Those that ended while this program did not run.
    background.run('close old rooms', () => this.closeEnded());
  }

  private async closeEnded(): Promise<void> {
    const { server, sessions } = this.options;
    const rooms = await server.openRooms();
    const found = await sessions.reader.byIds(rooms.filter(isId));
    const ended = found.filter((session) => session.state.status === 'ENDED');
    for (const session of ended) await server.closeRoom(session.id);
  }
}
