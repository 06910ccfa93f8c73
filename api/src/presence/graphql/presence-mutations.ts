import {
  Arg,
  createUnionType,
  Ctx,
  Field,
  ID,
  InputType,
  Mutation,
  registerEnumType,
  Resolver,
} from 'type-graphql';
import type { RequestContext } from '../../accounts/request-context.ts';
import { DateTime } from '../../platform/graphql/date-time.ts';
import { notFound } from '../../platform/graphql/errors.ts';
import { LeaveReasonEnum } from '../../sessions/graphql/session-enums-type.ts';
import { SessionAlreadyEnded } from '../../sessions/graphql/session-problem-type.ts';
import { SessionType } from '../../sessions/graphql/session-type.ts';
import type { LeaveReason, Sessions } from '../../sessions/sessions.ts';
import type { LeaveSession } from '../use-cases/leave-session.ts';
import type { ConnectionReport, ReportConnection } from '../use-cases/report-connection.ts';

const ConnectionStateEnum = { LOST: 'LOST', BACK: 'BACK' } as const;

registerEnumType(ConnectionStateEnum, {
  name: 'ConnectionState',
  description: 'What became of a browser’s media connection.',
  valuesConfig: {
    LOST: { description: 'It broke.' },
    BACK: { description: 'It works again.' },
  },
});

@InputType({ description: 'Which page leaves which session, and why.' })
export class LeaveSessionInput {
  @Field(() => ID, { description: 'Identifier of the session.' })
  sessionId!: string;

  @Field(() => ID, { description: 'The page, as named when it joined.' })
  connectionId!: string;

  @Field(() => LeaveReasonEnum, { description: 'Why it leaves.' })
  reason!: LeaveReason;
}

@InputType({ description: 'What became of the media connection of one’s own page.' })
export class ReportConnectionInput {
  @Field(() => ID, { description: 'Identifier of the session.' })
  sessionId!: string;

  @Field(() => ID, { description: 'The page, as named when it joined.' })
  connectionId!: string;

  @Field(() => String, { description: 'The media server’s name of the connection.' })
  sid!: string;

  @Field(() => ConnectionStateEnum, { description: 'Whether it broke or works again.' })
  state!: ConnectionReport['state'];

  @Field(() => DateTime, { description: 'When, by the server’s time as the client knows it.' })
  at!: number;

  @Field(() => DateTime, {
    nullable: true,
    description:
      'Since when nothing came over the connection, up to `at`, where the client knows: that time does not count for the viewer. At most the last minute is believed.',
  })
  silentSince?: number | null;
}

const LeaveSessionResult = createUnionType({
  name: 'LeaveSessionResult',
  description: 'The session, or why there was nothing to leave.',
  types: () => [SessionType, SessionAlreadyEnded] as const,
});

@Resolver()
export class PresenceMutations {
  constructor(
    private readonly sessions: Sessions,
    private readonly leave: LeaveSession,
    private readonly report: ReportConnection,
  ) {}

  @Mutation(() => LeaveSessionResult, {
    description: 'Says that a page of the viewer leaves the room, so that the other knows at once.',
  })
  async leaveSession(
    @Ctx() context: RequestContext,
    @Arg('input', () => LeaveSessionInput, { description: 'Who leaves what.' })
    input: LeaveSessionInput,
  ): Promise<SessionType | SessionAlreadyEnded> {
    const { personId } = await this.sessions.access.require(context, 'LEAVE', input.sessionId);
    await this.leave.run({ ...input, personId });
    const snapshot = await this.sessions.reader.byId(input.sessionId);
    if (!snapshot) throw notFound();
    return snapshot.state.status === 'ENDED'
      ? new SessionAlreadyEnded()
      : new SessionType(snapshot, personId);
  }

  @Mutation(() => Boolean, {
    description:
      'Says what became of the viewer’s own media connection; the server looks for itself.',
  })
  async reportConnection(
    @Ctx() context: RequestContext,
    @Arg('input', () => ReportConnectionInput, { description: 'What happened.' })
    input: ReportConnectionInput,
  ): Promise<boolean> {
    const { personId } = await this.sessions.access.require(context, 'LEAVE', input.sessionId);
    const { silentSince = null } = input;
    await this.report.run({ ...input, silentSince, personId });
    return true;
  }
}
