import { Arg, createUnionType, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql';
import type { RequestContext } from '../../accounts/request-context.ts';
import type { Allowances } from '../../platform/allowances/allowances.ts';
import { charge } from '../../platform/graphql/charge.ts';
import { notFound } from '../../platform/graphql/errors.ts';
import type { DeviceResult } from '../domain/readiness.ts';
import { planLimits } from '../plan-limits.ts';
import type { SessionAccess } from '../session-access.ts';
import type { SessionReader } from '../store/session-reader.ts';
import type { ReportReadiness } from '../use-cases/report-readiness.ts';
import { DeviceResultEnum } from './readiness-type.ts';
import { SessionAlreadyEnded } from './session-problem-type.ts';
import { SessionType } from './session-type.ts';

@InputType({ description: 'What the viewer found when they tried their devices for a session.' })
export class ReportReadinessInput {
  @Field(() => ID, { description: 'Identifier of the session.' })
  sessionId!: string;

  @Field(() => DeviceResultEnum, { description: 'The camera.' })
  camera!: DeviceResult;

  @Field(() => DeviceResultEnum, { description: 'The microphone.' })
  microphone!: DeviceResult;

  @Field(() => DeviceResultEnum, { description: 'The loudspeaker or the headphones.' })
  speaker!: DeviceResult;

  @Field(() => DeviceResultEnum, { description: 'The way to the media server.' })
  network!: DeviceResult;
}

const ReportReadinessResult = createUnionType({
  name: 'ReportReadinessResult',
  description: 'The session with what was reported, or why it was not kept.',
  types: () => [SessionType, SessionAlreadyEnded] as const,
});

@Resolver()
export class ReadinessMutation {
  constructor(
    private readonly access: SessionAccess,
    private readonly sessions: SessionReader,
    private readonly report: ReportReadiness,
    private readonly allowances: Allowances,
  ) {}

  @Mutation(() => ReportReadinessResult, {
    description:
      'Tells the other whether the viewer’s devices work; the newest word counts. Errors: `TOO_MANY_REQUESTS` after 60 in ten minutes.',
  })
  async reportReadiness(
    @Ctx() context: RequestContext,
    @Arg('input', () => ReportReadinessInput, { description: 'What was found.' })
    input: ReportReadinessInput,
  ): Promise<SessionType | SessionAlreadyEnded> {
    const { personId } = await this.access.require(context, 'JOIN', input.sessionId);
    await charge(this.allowances, planLimits.reports, personId);
    const answer = await this.report.run({ ...input, personId });
    if (answer === 'ENDED') return new SessionAlreadyEnded();
    const snapshot = await this.sessions.byId(input.sessionId);
    if (!snapshot) throw notFound();
    return new SessionType(snapshot, personId);
  }
}
