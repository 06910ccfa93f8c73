import type { SessionEventType } from './domain/session-event.ts';

export { isShown, type SessionEventType } from './domain/session-event.ts';

/** An event as it is told and shown to those who follow a session. */
export class EventRecord {
  readonly seq: number;
  readonly type: SessionEventType;
  readonly personId: string | null;
  readonly at: number;

  constructor(event: Pick<EventRecord, 'seq' | 'type' | 'personId' | 'at'>) {
    this.seq = event.seq;
    this.type = event.type;
    this.personId = event.personId;
    this.at = event.at;
  }
}
