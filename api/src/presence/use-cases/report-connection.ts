import type { Clock } from '../../platform/clock.ts';
import { toldSilence } from '../domain/told-silence.ts';
import type { ConnectionStore } from '../store/connection-store.ts';
import type { ObservePresence } from './observe-presence.ts';
import type { ReconcileRoom } from './reconcile-room.ts';

export interface ConnectionReport {
  readonly sessionId: string;
  readonly personId: string;
  readonly connectionId: string;
  readonly sid: string;
  readonly state: 'LOST' | 'BACK';
  readonly at: number;
  /** Since when nothing had come over the connection by then, where the browser knows. */
  readonly silentSince: number | null;
}

export interface ReportOptions {
  readonly reconcile: ReconcileRoom;
  readonly connections: ConnectionStore;
  readonly observe: ObservePresence;
  readonly clock: Clock;
}

/**
 * A browser says that its own media connection broke or came back. The media server knows better,
 * so it is asked at once; only where it does not answer does the browser's word count. But it notices
 * late that nothing comes through any more: since when, the browser is believed.
 */
export class ReportConnection {
  constructor(private readonly options: ReportOptions) {}

  async run(report: ConnectionReport): Promise<void> {
    await this.dateBack(report);
    try {
      await this.options.reconcile.run(report.sessionId);
    } catch {
      if (report.state === 'LOST') await this.believe(report);
    }
  }

  private async dateBack(report: ConnectionReport): Promise<void> {
    const { sessionId, personId, connectionId, sid, silentSince: from, at: until } = report;
    if (from === null) return;
    const { connections, observe, clock } = this.options;
    const joinedAt = await connections.joinedAt(sessionId, { personId, connectionId, sid });
    const silence = joinedAt === null ? null : toldSilence({ from, until }, joinedAt, clock.now());
    if (!silence) return;
    await observe.run(sessionId, [{ kind: 'SILENT', sid, from: silence.from, at: silence.to }]);
  }

  private async believe(report: ConnectionReport): Promise<void> {
    const { sessionId, personId, connectionId, sid } = report;
    const { connections, observe, clock } = this.options;
    const open = await connections.openOf(sessionId, personId, connectionId);
    if (!open.includes(sid)) return;
    const known = (await connections.ofSession(sessionId)).find((one) => one.sid === sid);
    const at = clock.now();
    // Nobody takes back a time in which the media server saw them.
    const lastSeenAt = Math.max(known?.lastSeenAt ?? at, Math.min(at, report.at));
    await observe.run(sessionId, [{ kind: 'LOST', sid, at, lastSeenAt }]);
  }
}
