import { Field, ObjectType } from 'type-graphql';
import { PersonType } from '../../accounts/graphql/person-type.ts';
import { Cursor, logCursor } from '../../platform/graphql/cursor.ts';
import { DateTime } from '../../platform/graphql/date-time.ts';
import { SessionEventTypeEnum } from '../../sessions/graphql/session-enums-type.ts';
import { SessionType } from '../../sessions/graphql/session-type.ts';
import type { EventRecord, SessionEventType } from '../../sessions/sessions.ts';
import type { SessionSnapshot } from '../../sessions/session-snapshot.ts';

@ObjectType('SessionEvent', { description: 'One thing that happened in a session.' })
export class SessionEventView {
  @Field(() => Cursor, { description: 'Its place in the session’s log.' })
  readonly cursor: string;

  @Field(() => SessionEventTypeEnum, { description: 'What happened.' })
  readonly type: SessionEventType;

  @Field(() => PersonType, { nullable: true, description: 'Who did it, or whom it concerns.' })
  readonly person: PersonType | null;

  @Field(() => DateTime, { description: 'When it happened, which may be before it became known.' })
  readonly at: number;

  constructor(event: EventRecord, { mentor, learner }: SessionSnapshot) {
    const person = [mentor, learner].find((one) => one.id === event.personId);
    this.cursor = logCursor(event.seq);
    this.type = event.type;
    this.person = person ? new PersonType(person) : null;
    this.at = event.at;
  }
}

@ObjectType('SessionChange', {
  description: 'An event of a session, and the session as it is now.',
})
export class SessionChangeType {
  @Field(() => Cursor, { description: 'Pass it as `after` to go on behind this change.' })
  readonly cursor: string;

  @Field(() => SessionEventView, {
    nullable: true,
    description: 'What happened; null where only the presence of a page changed, and at first.',
  })
  readonly event: SessionEventView | null;

  @Field(() => SessionType, { description: 'The session as it is now.' })
  readonly session: SessionType;

  constructor(snapshot: SessionSnapshot, viewerId: string, event: EventRecord | null) {
    this.cursor = logCursor(event?.seq ?? snapshot.lastSeq);
    this.event = event && new SessionEventView(event, snapshot);
    this.session = new SessionType(snapshot, viewerId);
  }
}
