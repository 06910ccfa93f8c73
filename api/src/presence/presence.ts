import { Background } from '../platform/background.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database/database.ts';
import type { Logger } from '../platform/logger.ts';
import type { WakeUps } from '../platform/streams/wake-ups.ts';
import type { Observation, Sessions } from '../sessions/sessions.ts';
import { Attendance } from './attendance.ts';
import { ParticipantPresenceResolver } from './graphql/participant-presence-resolver.ts';
import { PresenceMutations } from './graphql/presence-mutations.ts';
import { SessionStreamResolver } from './graphql/session-stream-resolver.ts';
import { RoomWatch } from './room-watch.ts';
import type { RoomRoster } from './roster.ts';
import { SessionStream } from './session-stream.ts';
import { AttendanceEntity } from './store/attendance-entity.ts';
import { type AttendanceStore, pageFreshMs } from './store/attendance-store.ts';
import { ConnectionStore } from './store/connection-store.ts';
import { LeaveSession } from './use-cases/leave-session.ts';
import { ObservePresence } from './use-cases/observe-presence.ts';
import { ReconcileRoom } from './use-cases/reconcile-room.ts';
import { ReportConnection } from './use-cases/report-connection.ts';

export { AttendanceStore } from './store/attendance-store.ts';

export const presenceEntities = [AttendanceEntity];
export const presenceResolvers = [
  SessionStreamResolver,
  ParticipantPresenceResolver,
  PresenceMutations,
];

export interface PresenceOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly wakeUps: WakeUps;
  readonly logger: Logger;
  readonly sessions: Sessions;
  readonly attendance: AttendanceStore;
  readonly roster: RoomRoster;
  /** Time between two comparisons of a live room with the media server's list. */
  readonly reconcileMs: number;
  /** How long the media server may be silent before its rooms count as empty. */
  readonly silenceMs: number;
}

/** Who is there: what the media server tells, what its list shows, and whose page is open. */
export interface Presence extends AsyncDisposable {
  readonly resolvers: readonly object[];
  observe(sessionId: string, observations: readonly Observation[]): Promise<void>;
  /** Compares one room with the media server's list now. */
  look(sessionId: string): Promise<void>;
  /** When the page of a connection was closed; `null` where it is open or was never seen. */
  pageClosedAt(sessionId: string, connectionId: string): Promise<number | null>;
  start(): void;
}

export function createPresence(options: PresenceOptions): Presence {
  const { database, clock, wakeUps, logger, sessions, roster } = options;
  const connections = new ConnectionStore(database);
  const observe = new ObservePresence(sessions);
  const reconcile = new ReconcileRoom({ roster, connections, observe, clock });
  const { reconcileMs: intervalMs, silenceMs, attendance: store } = options;
  const watch = new RoomWatch({ ...options, connections, reconcile, intervalMs, silenceMs });
  const attendance = new Attendance({
    store,
    logger,
    beatMs: pageFreshMs / 3,
    onChange: async (sessionId) => {
      wakeUps.announce(`session:${sessionId}`);
      await sessions.tick(sessionId);
    },
  });
  const background = new Background(logger);
  const leave = new LeaveSession({
    connections,
    observe,
    clock,
    putOut: (sessionId, page) => {
      background.run('put out', () => roster.putOut(sessionId, page));
    },
  });
  const report = new ReportConnection({ reconcile, connections, observe, clock });
  return {
    resolvers: [
      new SessionStreamResolver(
        sessions,
        new SessionStream({ sessions, wakeUps, clock }),
        attendance,
      ),
      new ParticipantPresenceResolver(),
      new PresenceMutations(sessions, leave, report),
    ],
    observe: (sessionId, observations) => observe.run(sessionId, observations),
    look: (sessionId) => watch.look(sessionId),
    pageClosedAt: (sessionId, connectionId) => store.closedAt(sessionId, connectionId),
    start: () => {
      watch.start();
      attendance.start();
    },
    [Symbol.asyncDispose]: async () => {
      await watch[Symbol.asyncDispose]();
      await attendance[Symbol.asyncDispose]();
      await background[Symbol.asyncDispose]();
    },
  };
}
