import { Service, inject } from '@angular/core';
import { isoOf } from '../platform/clock';
import { GraphqlClient } from '../platform/graphql-client';
import { faultOf, faultText } from '../platform/graphql-fault';
import {
  AcceptRescheduleDocument,
  CancelSessionDocument,
  DeclineRescheduleDocument,
  ProposeRescheduleDocument,
  WithdrawRescheduleDocument,
} from './scheduling-operations';

/** Why a plan was not changed, in the words for the person; `null` where it was. */
export type Refusal = string | null;

export interface PlannedTime {
  readonly startsAt: number;
  readonly endsAt: number;
}

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

  propose(sessionId: string, wanted: readonly PlannedTime[], note: string): Promise<Refusal> {
    return this.attempt(async () => {
      const times = wanted.map(({ startsAt, endsAt }) => ({
        startsAt: isoOf(startsAt),
        endsAt: isoOf(endsAt),
      }));
      const input = { sessionId, times, note };
      return (await this.graphql.mutate(ProposeRescheduleDocument, { input })).proposeReschedule;
    });
  }

  accept(sessionId: string, proposalId: string, startsAt: string): Promise<Refusal> {
    return this.attempt(async () => {
      const input = { sessionId, proposalId, startsAt };
      return (await this.graphql.mutate(AcceptRescheduleDocument, { input })).acceptReschedule;
    });
  }

  decline(sessionId: string, proposalId: string, reason: string): Promise<Refusal> {
    return this.attempt(async () => {
      const input = { sessionId, proposalId, reason };
      return (await this.graphql.mutate(DeclineRescheduleDocument, { input })).declineReschedule;
    });
  }

  withdraw(sessionId: string, proposalId: string): Promise<Refusal> {
    return this.attempt(async () => {
      const input = { sessionId, proposalId };
      return (await this.graphql.mutate(WithdrawRescheduleDocument, { input })).withdrawReschedule;
    });
  }

  private async attempt(
    change: () => Promise<{ readonly __typename: string; readonly message?: string }>,
  ): Promise<Refusal> {
    try {
      return (await change()).message ?? null;
    } catch (error) {
      return faultText(faultOf(error));
    }
  }
}
