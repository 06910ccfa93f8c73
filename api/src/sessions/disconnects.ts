import type { Logger } from '../platform/logger.ts';
import type { SessionEvent } from './domain/session-event.ts';
import type { Disconnection, SessionMeter } from './session-meter.ts';
import type { SessionLog } from './store/session-log.ts';

/** Logs and counts each connection that ends, or is found missing. */
export function watchDisconnects(log: SessionLog, meter: SessionMeter, logger: Logger): void {
  log.onChanged(({ sessionId, events }) => {
    for (const event of events) {
      const reason = disconnectionOf(event);
      if (reason === null) continue;
      const { personId, payload } = event;
      meter.disconnected(reason);
      logger.info({ sessionId, personId, ...payload, reason }, 'disconnected');
    }
  });
}

function disconnectionOf({ type, payload }: SessionEvent): Disconnection | null {
  if (type === 'CONNECTION_LOST') return 'LOST';
  return type === 'CONNECTION_LEFT' ? payload.reason : null;
}
