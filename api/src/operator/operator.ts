import type { Sessions } from '../sessions/sessions.ts';
import type { Reminders } from '../reminders/reminders.ts';
import { NoticeDeliveryResolver } from './graphql/notice-delivery-resolver.ts';
import { OperatorResolver } from './graphql/operator-resolver.ts';
import { TimelineResolver } from './graphql/timeline-resolver.ts';
import type { OverviewOptions } from './read-overview.ts';

export const operatorResolvers = [OperatorResolver, NoticeDeliveryResolver, TimelineResolver];

export interface OperatorOptions extends Omit<OverviewOptions, 'sessions' | 'deliveries'> {
  readonly sessions: Pick<Sessions, 'index' | 'reader' | 'timeline'>;
  readonly reminders: Pick<Reminders, 'deliveries' | 'retry'>;
}

/** What those who run the place see of it. */
export interface Operator {
  readonly resolvers: readonly object[];
}

export function createOperator(options: OperatorOptions): Operator {
  const { sessions, reminders } = options;
  return {
    resolvers: [
      new OperatorResolver(sessions, {
        ...options,
        sessions: sessions.index,
        deliveries: reminders.deliveries,
      }),
      new TimelineResolver(sessions),
      new NoticeDeliveryResolver({ ...options, ...reminders, sessions: sessions.reader }),
    ],
  };
}
