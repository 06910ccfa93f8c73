import type { Sessions } from '../sessions/sessions.ts';
import { OperatorResolver } from './graphql/operator-resolver.ts';
import type { OverviewOptions } from './read-overview.ts';

export const operatorResolvers = [OperatorResolver];

export interface OperatorOptions extends Omit<OverviewOptions, 'sessions'> {
  readonly sessions: Pick<Sessions, 'index' | 'reader'>;
}

/** What those who run the place see of it. */
export interface Operator {
  readonly resolvers: readonly object[];
}

export function createOperator(options: OperatorOptions): Operator {
  const { sessions } = options;
  return {
    resolvers: [new OperatorResolver(sessions, { ...options, sessions: sessions.index })],
  };
}
