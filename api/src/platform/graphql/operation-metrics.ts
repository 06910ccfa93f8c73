import type { ApolloServerPlugin } from '@apollo/server';
import type { Metrics, OperationOutcome } from '../metrics/metrics.ts';

const faults = new Set<unknown>(['INTERNAL_SERVER_ERROR', 'SERVICE_UNAVAILABLE']);

/** Counts operations over HTTP by kind and how they ended; a fault of ours counts as failed. */
export function operationMetrics<C extends object>(metrics: Metrics): ApolloServerPlugin<C> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        willSendResponse({ operation, response }) {
          const { body } = response;
          const errors = body.kind === 'single' ? body.singleResult.errors : undefined;
          const codes = errors?.map(({ extensions }) => extensions?.['code']) ?? [];
          metrics.operated(operation?.operation ?? 'unknown', outcomeOf(codes));
          return Promise.resolve();
        },
      }),
  };
}

function outcomeOf(codes: readonly unknown[]): OperationOutcome {
  if (codes.length === 0) return 'ok';
  return codes.some((code) => faults.has(code)) ? 'failed' : 'refused';
}
