import { Arg, createUnionType, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql';
import type { RequestContext } from '../../accounts/request-context.ts';
import type { Allowances } from '../../platform/allowances/allowances.ts';
import { charge } from '../../platform/graphql/charge.ts';
import { DateTime } from '../../platform/graphql/date-time.ts';
import { badInput, forbidden, notFound } from '../../platform/graphql/errors.ts';
import { newId } from '../../platform/ids.ts';
import type { Clock } from '../../platform/clock.ts';
import { checkTimes, type ProposalOrder } from '../domain/reschedule.ts';
import { isReason } from '../domain/session-plan.ts';
import { planLimits } from '../plan-limits.ts';
import type { SessionAccess } from '../session-access.ts';
import type { SessionReader } from '../store/session-reader.ts';
import type { AcceptanceAnswer, AcceptReschedule } from '../use-cases/accept-reschedule.ts';
import type { CommandSession } from '../use-cases/command-session.ts';
import {
  InvalidSchedule,
  PersonBusy,
  ProposalGone,
  SessionAlreadyEnded,
  SessionAlreadyStarted,
} from './session-problem-type.ts';
import { SessionType } from './session-type.ts';

@InputType({ description: 'A time at which the session might be instead.' })
export class ProposedTimeInput {
  @Field(() => DateTime, { description: 'Start, still to come.' })
  startsAt!: number;

  @Field(() => DateTime, { description: 'End, 5 minutes to 8 hours later.' })
  endsAt!: number;
}

@InputType({ description: 'Other times for a session.' })
export class ProposeRescheduleInput {
  @Field(() => ID, { description: 'Identifier of the session.' })
  sessionId!: string;

  @Field(() => [ProposedTimeInput], { description: '1 to 5 times, each with a start of its own.' })
  times!: ProposedTimeInput[];

  @Field(() => String, {
    defaultValue: '',
    description: 'What the other person is told; up to 500 characters.',
  })
  note!: string;
}

@InputType({ description: 'The proposed time that suits.' })
export class AcceptRescheduleInput {
  @Field(() => ID, { description: 'Identifier of the session.' })
  sessionId!: string;

  @Field(() => ID, { description: 'The proposal that is answered.' })
  proposalId!: string;

  @Field(() => DateTime, { description: 'Start of the time that is chosen.' })
  startsAt!: number;
}

@InputType({ description: 'The proposal of which no time suits.' })
export class DeclineRescheduleInput {
  @Field(() => ID, { description: 'Identifier of the session.' })
  sessionId!: string;

  @Field(() => ID, { description: 'The proposal that is answered.' })
  proposalId!: string;

  @Field(() => String, {
    defaultValue: '',
    description: 'What the other person is told; up to 500 characters.',
  })
  reason!: string;
}

@InputType({ description: 'The proposal to take back.' })
export class WithdrawRescheduleInput {
  @Field(() => ID, { description: 'Identifier of the session.' })
  sessionId!: string;

  @Field(() => ID, { description: 'The proposal.' })
  proposalId!: string;
}

const ProposeRescheduleResult = createUnionType({
  name: 'ProposeRescheduleResult',
  description: 'The session with the proposal, or why nothing was proposed.',
  types: () => [SessionType, InvalidSchedule, SessionAlreadyStarted, SessionAlreadyEnded] as const,
});

const AcceptRescheduleResult = createUnionType({
  name: 'AcceptRescheduleResult',
  description: 'The session at its new time, or why it stays where it was.',
  types: () =>
    [
      SessionType,
      InvalidSchedule,
      PersonBusy,
      ProposalGone,
      SessionAlreadyStarted,
      SessionAlreadyEnded,
    ] as const,
});

const DeclineRescheduleResult = createUnionType({
  name: 'DeclineRescheduleResult',
  description: 'The session as it stays, or why there was nothing to decline.',
  types: () => [SessionType, ProposalGone, SessionAlreadyStarted, SessionAlreadyEnded] as const,
});

const WithdrawRescheduleResult = createUnionType({
  name: 'WithdrawRescheduleResult',
  description: 'The session as it stays, or why there was nothing to take back.',
  types: () => [SessionType, ProposalGone, SessionAlreadyStarted, SessionAlreadyEnded] as const,
});

type TooLate = SessionAlreadyStarted | SessionAlreadyEnded;

export interface RescheduleMutationsOptions {
  readonly access: SessionAccess;
  readonly sessions: SessionReader;
  readonly commands: CommandSession;
  readonly accept: AcceptReschedule;
  readonly clock: Clock;
  readonly allowances: Allowances;
}

@Resolver()
export class RescheduleMutations {
  constructor(private readonly options: RescheduleMutationsOptions) {}

  @Mutation(() => ProposeRescheduleResult, {
    description:
      'Proposes other times, of which the other person accepts one or none. It takes the place of an open proposal. Errors: `TOO_MANY_REQUESTS`.',
  })
  async proposeReschedule(
    @Ctx() context: RequestContext,
    @Arg('input', () => ProposeRescheduleInput, { description: 'Which session, and when.' })
    { sessionId, ...asked }: ProposeRescheduleInput,
  ): Promise<SessionType | InvalidSchedule | TooLate> {
    const personId = await this.require(context, sessionId);
    const checked = checkTimes(asked, this.options.clock.now());
    if ('fault' in checked) return new InvalidSchedule(checked.fault.field, checked.fault.message);
    const order = { type: 'PROPOSE_RESCHEDULE', personId, proposalId: newId() } as const;
    const command = { ...order, ...checked.wanted };
    const answer = await this.options.commands.run(sessionId, () => command);
    if ('done' in answer) return await this.view(sessionId, personId);
    return answer.rejected === 'INVALID_TIMES'
      ? new InvalidSchedule('times', 'Propose times other than the one that is planned.')
      : tooLate(answer.rejected);
  }

  @Mutation(() => AcceptRescheduleResult, {
    description:
      'Moves the session to one of the times that the other person proposed. Errors: `TOO_MANY_REQUESTS`.',
  })
  async acceptReschedule(
    @Ctx() context: RequestContext,
    @Arg('input', () => AcceptRescheduleInput, { description: 'Which time.' })
    input: AcceptRescheduleInput,
  ): Promise<SessionType | InvalidSchedule | PersonBusy | ProposalGone | TooLate> {
    const { sessionId, proposalId, startsAt } = input;
    const personId = await this.require(context, sessionId);
    const answer = await this.options.accept.run({ sessionId, personId, proposalId, startsAt });
    if ('done' in answer) return await this.view(sessionId, personId);
    if ('busyId' in answer) return new PersonBusy(answer.busyId);
    switch (answer.rejected) {
      case 'INVALID_TIMES':
        return new InvalidSchedule('startsAt', 'Choose one of the proposed times.');
      case 'TIME_PASSED':
        return new InvalidSchedule('startsAt', 'That time has passed. Choose another one.');
      default:
        return unanswered(answer.rejected);
    }
  }

  @Mutation(() => DeclineRescheduleResult, {
    description:
      'Declines what the other person proposed; the session stays as it is. Errors: `TOO_MANY_REQUESTS`.',
  })
  async declineReschedule(
    @Ctx() context: RequestContext,
    @Arg('input', () => DeclineRescheduleInput, { description: 'Which proposal, and why.' })
    { sessionId, proposalId, reason: text }: DeclineRescheduleInput,
  ): Promise<SessionType | ProposalGone | TooLate> {
    const personId = await this.require(context, sessionId);
    const reason = text.trim();
    if (!isReason(reason)) throw badInput('`reason` is text of up to 500 characters.');
    const order = { type: 'DECLINE_RESCHEDULE', personId, proposalId, reason } as const;
    return await this.close(sessionId, order);
  }

  @Mutation(() => WithdrawRescheduleResult, {
    description:
      'Takes one’s own proposal back; the session stays as it is. Errors: `TOO_MANY_REQUESTS`.',
  })
  async withdrawReschedule(
    @Ctx() context: RequestContext,
    @Arg('input', () => WithdrawRescheduleInput, { description: 'Which proposal.' })
    { sessionId, proposalId }: WithdrawRescheduleInput,
  ): Promise<SessionType | ProposalGone | TooLate> {
    const personId = await this.require(context, sessionId);
    return await this.close(sessionId, { type: 'WITHDRAW_RESCHEDULE', personId, proposalId });
  }

  private async close(
    sessionId: string,
    order: ProposalOrder & { type: 'DECLINE_RESCHEDULE' | 'WITHDRAW_RESCHEDULE' },
  ): Promise<SessionType | ProposalGone | TooLate> {
    const answer = await this.options.commands.run(sessionId, () => order);
    if ('done' in answer) return await this.view(sessionId, order.personId);
    return unanswered(answer.rejected);
  }

  /** Whoever may, and has not done it all too often: the other person is told of each step. */
  private async require(context: RequestContext, sessionId: string): Promise<string> {
    const { access, allowances } = this.options;
    const { personId } = await access.require(context, 'RESCHEDULE', sessionId);
    await charge(allowances, planLimits.changes, personId);
    return personId;
  }

  private async view(sessionId: string, viewerId: string): Promise<SessionType> {
    const snapshot = await this.options.sessions.byId(sessionId);
    if (!snapshot) throw notFound();
    return new SessionType(snapshot, viewerId);
  }
}

type Rejected = (AcceptanceAnswer & { readonly rejected: unknown })['rejected'];

function unanswered(rejected: Rejected): ProposalGone | TooLate {
  switch (rejected) {
    case 'NO_SUCH_PROPOSAL':
      return new ProposalGone();
    case 'OWN_PROPOSAL':
      throw forbidden('The other person answers your proposal.');
    case 'NOT_THE_PROPOSER':
      throw forbidden('Only who made a proposal takes it back.');
    default:
      return tooLate(rejected);
  }
}

function tooLate(rejected: Rejected): TooLate {
  return rejected === 'SESSION_ALREADY_STARTED'
    ? new SessionAlreadyStarted()
    : new SessionAlreadyEnded();
}
