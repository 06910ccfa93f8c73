import { Service, inject } from '@angular/core';
import { instantOf, isoOf } from '../platform/clock';
import type { LeaveReason } from '../graphql/schema-types';
import { GraphqlClient } from '../platform/graphql-client';
import { faultOf, isPassing } from '../platform/graphql-fault';
import { ServerClock } from '../platform/server-clock';
import type { CallAccess } from './call';
import {
  JoinSessionDocument,
  LeaveSessionDocument,
  OpenMediaCheckDocument,
  ReportConnectionDocument,
  UseHereDocument,
} from './media-operations';

/** Which session, and which page of ours. */
export interface Place {
  readonly sessionId: string;
  readonly connectionId: string;
}

export type Entry =
  | { readonly kind: 'access'; readonly access: CallAccess; readonly validUntil: number }
  | { readonly kind: 'too-early' | 'over' | 'no-media' | 'refused' | 'unreachable' };

/** The way into a room to try, or why there is none. */
export type CheckEntry = CallAccess | 'no-media' | 'busy' | 'unreachable';

/** What the API has to say about being in a call. */
@Service()
export class MediaGateway {
  private readonly graphql = inject(GraphqlClient);
  private readonly clock = inject(ServerClock);

  async join(input: Place): Promise<Entry> {
    try {
      const { joinSession } = await this.graphql.mutate(JoinSessionDocument, { input });
      switch (joinSession.__typename) {
        case 'MediaAccess':
          return {
            kind: 'access',
            access: joinSession,
            validUntil: instantOf(joinSession.validUntil),
          };
        case 'JoinWindowClosed':
          return { kind: 'too-early' };
        case 'SessionAlreadyEnded':
          return { kind: 'over' };
        case 'MediaUnavailable':
          return { kind: 'no-media' };
        default:
          return joinSession satisfies never;
      }
    } catch (error) {
      const fault = faultOf(error);
      return { kind: isPassing(fault) ? 'unreachable' : 'refused' };
    }
  }

  /** Asks for a room of the person's own, to try the way to the media server. */
  async openCheck(): Promise<CheckEntry> {
    try {
      const { openMediaCheck } = await this.graphql.mutate(OpenMediaCheckDocument, {});
      return openMediaCheck.__typename === 'MediaAccess' ? openMediaCheck : 'no-media';
    } catch (error) {
      return faultOf(error) === 'too-many' ? 'busy' : 'unreachable';
    }
  }

  /** Puts the person's other pages out of the call. */
  async useHere(input: Place): Promise<void> {
    try {
      await this.graphql.mutate(UseHereDocument, { input });
    } catch {
      // The other page stays, and so does the offer to move the call.
    }
  }

  async leave(place: Place, reason: LeaveReason): Promise<void> {
    try {
      await this.graphql.mutate(LeaveSessionDocument, { input: { ...place, reason } });
    } catch {
      // The media server tells the API as well, only later.
    }
  }

  /** The page closes: the last word is sent without waiting for an answer. */
  leaveForGood(place: Place): void {
    this.graphql.sendLast(LeaveSessionDocument, { input: { ...place, reason: 'PAGE_CLOSED' } });
  }

  async report(place: Place, sid: string, state: 'LOST' | 'BACK'): Promise<void> {
    const at = isoOf(this.clock.now());
    try {
      await this.graphql.mutate(ReportConnectionDocument, { input: { ...place, sid, state, at } });
    } catch {
      // A hint that speeds things up; without it the API finds out by itself.
    }
  }
}
