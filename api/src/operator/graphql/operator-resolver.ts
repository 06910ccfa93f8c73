import { Arg, Ctx, Int, Query, Resolver } from 'type-graphql';
import type { RequestContext } from '../../accounts/request-context.ts';
import { Cursor } from '../../platform/graphql/cursor.ts';
import { badInput } from '../../platform/graphql/errors.ts';
import {
  checkPage,
  readSessionCursor,
  SessionConnection,
  SessionEdge,
} from '../../sessions/graphql/session-connection-type.ts';
import type { Sessions } from '../../sessions/sessions.ts';
import { operator } from '../operator-access.ts';
import { type OverviewOptions, readOverview } from '../read-overview.ts';
import { AllSessionsFilter, DayInput, OperatorOverview } from './overview-type.ts';

const longestDayMs = 50 * 3_600_000;
const longestSearch = 200;

@Resolver()
export class OperatorResolver {
  constructor(
    private readonly sessions: Pick<Sessions, 'index' | 'reader'>,
    private readonly overview: OverviewOptions,
  ) {}

  @Query(() => OperatorOverview, {
    description: 'How this PeerLearn fares; for administrators. Errors: `FORBIDDEN`.',
  })
  async operatorOverview(
    @Ctx() context: RequestContext,
    @Arg('today', () => DayInput, { description: 'The day of whoever asks.' }) today: DayInput,
  ): Promise<OperatorOverview> {
    operator(context);
    const length = today.to - today.from;
    if (length <= 0 || length > longestDayMs) throw badInput('`today` is one day.');
    return new OperatorOverview(await readOverview(this.overview, today));
  }

  @Query(() => SessionConnection, {
    description: 'All sessions, the latest start first; for administrators. Errors: `FORBIDDEN`.',
  })
  async allSessions(
    @Ctx() context: RequestContext,
    @Arg('first', () => Int, { defaultValue: 20, description: 'How many at the most, up to 100.' })
    first: number,
    @Arg('after', () => Cursor, { nullable: true, description: 'Go on behind this place.' })
    after: string | null,
    @Arg('filter', () => AllSessionsFilter, { nullable: true, description: 'Which of them.' })
    filter: AllSessionsFilter | null,
  ): Promise<SessionConnection> {
    const { personId } = operator(context);
    checkPage(first);
    const text = filter?.search ?? '';
    if (text.length > longestSearch) throw badInput('`search` has at most 200 characters.');
    const ids = await this.sessions.index.list({
      text,
      status: filter?.status ?? null,
      outcome: filter?.outcome ?? null,
      first: first + 1,
      after: readSessionCursor(after),
    });
    const found = await this.sessions.reader.byIds(ids.slice(0, first));
    const edges = found.map((one) => new SessionEdge(one, personId));
    return new SessionConnection(edges, ids.length > first);
  }
}
