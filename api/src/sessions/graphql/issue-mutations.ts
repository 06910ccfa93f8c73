import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { RequestContext } from '../../accounts/request-context.ts';
import type { Allowances } from '../../platform/allowances/allowances.ts';
import { charge } from '../../platform/graphql/charge.ts';
import { badInput } from '../../platform/graphql/errors.ts';
import { isId } from '../../platform/ids.ts';
import type { Logger } from '../../platform/logger.ts';
import { planLimits } from '../plan-limits.ts';
import type { SessionAccess } from '../session-access.ts';
import type { SessionMeter } from '../session-meter.ts';
import type { ReportIssue } from '../use-cases/report-issue.ts';
import {
  InvalidIssue,
  ReportFirstPictureInput,
  ReportIssueInput,
  ReportIssueResult,
  TechIssueType,
} from './issue-type.ts';
import { SessionAlreadyEnded } from './session-problem-type.ts';

/** Longer than this nobody waits, and it says nothing of the way in any more. */
const longestWaitMs = 10 * 60_000;

export interface IssueMutationsOptions {
  readonly access: SessionAccess;
  readonly report: ReportIssue;
  readonly allowances: Allowances;
  readonly meter: SessionMeter;
  readonly logger: Logger;
}

@Resolver()
export class IssueMutations {
  constructor(private readonly options: IssueMutationsOptions) {}

  @Mutation(() => ReportIssueResult, {
    description:
      'Says what failed for the viewer in a session, and again with `durationMs` once it works. ' +
      'Each is kept once, until a day after the end. Errors: `TOO_MANY_REQUESTS` after 200 in ten minutes.',
  })
  async reportIssue(
    @Ctx() context: RequestContext,
    @Arg('input', () => ReportIssueInput, { description: 'What failed.' }) input: ReportIssueInput,
  ): Promise<TechIssueType | InvalidIssue | SessionAlreadyEnded> {
    const personId = await this.reporter(context, input.sessionId);
    const { sessionId, kind, startedAt } = input;
    const issueId = input.issueId.toLowerCase();
    if (!isId(issueId)) throw badInput('`issueId` is to be a UUID.');
    // What the client leaves out is not there at all.
    const [detail, durationMs] = [input.detail ?? null, input.durationMs ?? null];
    const report = { sessionId, personId, issueId, kind, detail, startedAt, durationMs };
    const answer = await this.options.report.run(report);
    if (answer === 'ENDED') return new SessionAlreadyEnded();
    return answer === 'KEPT' ? new TechIssueType(report) : new InvalidIssue(answer.fault);
  }

  @Mutation(() => Boolean, {
    description:
      'Says how long the viewer waited for the picture of the other, who was there already; it is counted. ' +
      'Errors: `TOO_MANY_REQUESTS` after 200 in ten minutes.',
  })
  async reportFirstPicture(
    @Ctx() context: RequestContext,
    @Arg('input', () => ReportFirstPictureInput, { description: 'How long.' })
    { sessionId, waitedMs }: ReportFirstPictureInput,
  ): Promise<boolean> {
    const personId = await this.reporter(context, sessionId);
    if (waitedMs < 0 || waitedMs > longestWaitMs) {
      throw badInput('`waitedMs` is to be from 0 to 600000.');
    }
    this.options.meter.pictureSeen(waitedMs);
    this.options.logger.info({ sessionId, personId, waitedMs }, 'first picture');
    return true;
  }

  /** Who reports, once they may. */
  private async reporter(context: RequestContext, sessionId: string): Promise<string> {
    const { personId } = await this.options.access.require(context, 'JOIN', sessionId);
    await charge(this.options.allowances, planLimits.issues, personId);
    return personId;
  }
}
