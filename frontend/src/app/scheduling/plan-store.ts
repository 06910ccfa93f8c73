import { Service, inject } from '@angular/core';
import { GraphqlClient } from '../platform/graphql-client';
import { faultOf } from '../platform/graphql-fault';
import { CancelSessionDocument } from './scheduling-operations';

/** Why a plan was not changed, in the words for the person; `null` where it was. */
export type Refusal = string | null;

/** Changes when a session takes place, and whether. Its pages hear of it by the session's own stream. */
@Service()
export class PlanStore {
  private readonly graphql = inject(GraphqlClient);

  cancel(sessionId: string, reason: string): Promise<Refusal> {
    return this.attempt(async () => {
      const input = { sessionId, reason };
      return (await this.graphql.mutate(CancelSessionDocument, { input })).cancelSession;
    });
  }

  private async attempt(
    change: () => Promise<{ readonly __typename: string; readonly message?: string }>,
  ): Promise<Refusal> {
    try {
      return (await change()).message ?? null;
    } catch (error) {
      const isOffline = faultOf(error) === 'unreachable';
      return isOffline ? 'Unable to connect. Try again.' : 'That did not work. Try again.';
    }
  }
}
