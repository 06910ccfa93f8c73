import { Arg, createUnionType, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql';
import { signedIn, type RequestContext } from '../../accounts/request-context.ts';
import type { Allowances } from '../../platform/allowances/allowances.ts';
import { charge } from '../../platform/graphql/charge.ts';
import { DateTime } from '../../platform/graphql/date-time.ts';
import { badInput, forbidden, notFound } from '../../platform/graphql/errors.ts';
import { isReason } from '../domain/session-plan.ts';
import { canSchedule } from '../policy.ts';
import { planLimits } from '../plan-limits.ts';
import type { SessionAccess } from '../session-access.ts';
import type { SessionReader } from '../store/session-reader.ts';
import type { CommandSession } from '../use-cases/command-session.ts';
import type { ScheduleSession } from '../use-cases/schedule-session.ts';
import {
  InvalidSchedule,
  PersonBusy,
  SessionAlreadyEnded,
  SessionAlreadyStarted,
  SessionNotRunning,
} from './session-problem-type.ts';
import { SessionType } from './session-type.ts';

@InputType({ description: 'The session to end.' })
export class EndSessionInput {
  @Field(() => ID, { description: 'Identifier of the session.' })
  sessionId!: string;
}

@InputType({ description: 'The session to finish early.' })
export class AgreeToFinishInput {
  @Field(() => ID, { description: 'Identifier of the session.' })
  sessionId!: string;
}

@InputType({ description: 'The session that is not to finish early.' })
export class WithdrawFinishInput {
  @Field(() => ID, { description: 'Identifier of the session.' })
  sessionId!: string;
}

@InputType({ description: 'The session to cancel, and why.' })
export class CancelSessionInput {
  @Field(() => ID, { description: 'Identifier of the session.' })
  sessionId!: string;

  @Field(() => String, { description: 'What the other person is told; 1 to 500 characters.' })
  reason!: string;
}

@InputType({ description: 'A session to plan; the viewer is its mentor.' })
export class ScheduleSessionInput {
  @Field(() => ID, { description: 'The course that it belongs to.' })
  courseId!: string;

  @Field(() => ID, { description: 'The person who learns.' })
  learnerId!: string;

  @Field(() => String, { description: 'Name of the session, 1 to 200 characters.' })
  title!: string;

  @Field(() => DateTime, { description: 'Scheduled start.' })
  startsAt!: number;

  @Field(() => DateTime, { description: 'Scheduled end, 5 minutes to 8 hours later.' })
  endsAt!: number;

  @Field(() => [String], { defaultValue: [], description: 'The plan, in order.' })
  topics!: string[];
}

const EndSessionResult = createUnionType({
  name: 'EndSessionResult',
  description: 'The ended session, or why it was not ended.',
  types: () => [SessionType, SessionAlreadyEnded, SessionNotRunning] as const,
});

const CancelSessionResult = createUnionType({
  name: 'CancelSessionResult',
  description: 'The cancelled session, or why it was not cancelled.',
  types: () => [SessionType, SessionAlreadyEnded, SessionAlreadyStarted] as const,
});

const AgreeToFinishResult = createUnionType({
  name: 'AgreeToFinishResult',
  description: 'The session, ended where both agree, or why nothing was agreed.',
  types: () => [SessionType, SessionAlreadyEnded, SessionNotRunning] as const,
});

const WithdrawFinishResult = createUnionType({
  name: 'WithdrawFinishResult',
  description: 'The session, which goes on, or why nothing was taken back.',
  types: () => [SessionType, SessionAlreadyEnded, SessionNotRunning] as const,
});

const ScheduleSessionResult = createUnionType({
  name: 'ScheduleSessionResult',
  description: 'The new session, or why it was not planned.',
  types: () => [SessionType, InvalidSchedule, PersonBusy] as const,
});

export interface SessionMutationsOptions {
  readonly access: SessionAccess;
  readonly sessions: SessionReader;
  readonly commands: CommandSession;
  readonly schedule: ScheduleSession;
  readonly allowances: Allowances;
}

@Resolver()
export class SessionMutations {
  constructor(private readonly options: SessionMutationsOptions) {}

  @Mutation(() => ScheduleSessionResult, {
    description:
      'Plans a session. For mentors. Errors: `TOO_MANY_REQUESTS` after 100 in ten minutes.',
  })
  async scheduleSession(
    @Ctx() context: RequestContext,
    @Arg('input', () => ScheduleSessionInput, { description: 'What to plan.' })
    input: ScheduleSessionInput,
  ): Promise<SessionType | InvalidSchedule | PersonBusy> {
    const viewer = signedIn(context);
    if (!canSchedule(viewer)) throw forbidden('Only mentors schedule sessions.');
    await charge(this.options.allowances, planLimits.plans, viewer.personId);
    const { personId } = viewer;
    const answer = await this.options.schedule.run({ ...input, mentorId: personId }, { personId });
    if ('fault' in answer) return new InvalidSchedule(answer.fault.field, answer.fault.message);
    if ('busyId' in answer) return new PersonBusy(answer.busyId);
    return await this.view(answer.sessionId, viewer.personId);
  }

  @Mutation(() => CancelSessionResult, {
    description: 'Cancels a session that has not ended. Errors: `TOO_MANY_REQUESTS`.',
  })
  async cancelSession(
    @Ctx() context: RequestContext,
    @Arg('input', () => CancelSessionInput, { description: 'Which session, and why.' })
    input: CancelSessionInput,
  ): Promise<SessionType | SessionAlreadyEnded | SessionAlreadyStarted> {
    const viewer = await this.options.access.require(context, 'CANCEL', input.sessionId);
    const reason = input.reason.trim();
    if (reason === '' || !isReason(reason)) {
      throw badInput('`reason` is some text of up to 500 characters.');
    }
    await charge(this.options.allowances, planLimits.changes, viewer.personId);
    const command = { type: 'CANCEL', personId: viewer.personId, reason } as const;
    const answer = await this.options.commands.run(input.sessionId, () => command);
    if ('done' in answer) return await this.view(input.sessionId, viewer.personId);
    return answer.rejected === 'SESSION_ALREADY_STARTED'
      ? new SessionAlreadyStarted()
      : new SessionAlreadyEnded();
  }

  @Mutation(() => EndSessionResult, {
    description: 'Ends a session for both. For its mentor, and for whoever waits in vain.',
  })
  async endSession(
    @Ctx() context: RequestContext,
    @Arg('input', () => EndSessionInput, { description: 'Which session.' })
    input: EndSessionInput,
  ): Promise<SessionType | SessionAlreadyEnded | SessionNotRunning> {
    return await this.command(context, { type: 'END' }, input.sessionId);
  }

  @Mutation(() => AgreeToFinishResult, {
    description: 'Agrees to finish early; the session ends as completed once both agree.',
  })
  async agreeToFinish(
    @Ctx() context: RequestContext,
    @Arg('input', () => AgreeToFinishInput, { description: 'Which session.' })
    input: AgreeToFinishInput,
  ): Promise<SessionType | SessionAlreadyEnded | SessionNotRunning> {
    return await this.command(context, { type: 'AGREE_TO_FINISH' }, input.sessionId);
  }

  @Mutation(() => WithdrawFinishResult, {
    description: 'Takes back what the viewer asked by `agreeToFinish`, while the other has not.',
  })
  async withdrawFinish(
    @Ctx() context: RequestContext,
    @Arg('input', () => WithdrawFinishInput, { description: 'Which session.' })
    input: WithdrawFinishInput,
  ): Promise<SessionType | SessionAlreadyEnded | SessionNotRunning> {
    return await this.command(context, { type: 'WITHDRAW_FINISH' }, input.sessionId);
  }

  private async command(
    context: RequestContext,
    { type }: { readonly type: 'END' | 'AGREE_TO_FINISH' | 'WITHDRAW_FINISH' },
    sessionId: string,
  ): Promise<SessionType | SessionAlreadyEnded | SessionNotRunning> {
    const action = type === 'END' ? 'END' : 'AGREE';
    const { personId } = await this.options.access.require(context, action, sessionId);
    const answer = await this.options.commands.run(sessionId, () => ({ type, personId }));
    if ('done' in answer) return await this.view(sessionId, personId);
    if (answer.rejected === 'NOT_THE_MENTOR') throw forbidden('Only the mentor ends the session.');
    return answer.rejected === 'SESSION_NOT_RUNNING'
      ? new SessionNotRunning()
      : new SessionAlreadyEnded();
  }

  private async view(sessionId: string, viewerId: string): Promise<SessionType> {
    const snapshot = await this.options.sessions.byId(sessionId);
    if (!snapshot) throw notFound();
    return new SessionType(snapshot, viewerId);
  }
}
