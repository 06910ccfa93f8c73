import { Service, inject } from '@angular/core';
import { lastValueFrom } from 'rxjs';
import { instantOf, isoOf } from '../platform/clock';
import type { LeaveReason } from '../graphql/schema-types';
import { GraphqlClient } from '../platform/graphql-client';
import { faultOf, isPassing } from '../platform/graphql-fault';
import type { CallAccess } from './call';
import {
  EnterRoomDocument,
  JoinSessionDocument,
  LeaveSessionDocument,
  OpenMediaCheckDocument,
  ReportConnectionDocument,
  UseHereDocument,
  WaitToJoinDocument,
  type WaitToJoinMutation,
} from './media-operations';

/** Which session, and which page of ours. */
export interface Place {
  readonly sessionId: string;
  readonly connectionId: string;
}

export type Entry =
  | { readonly kind: 'access'; readonly access: CallAccess; readonly validUntil: number }
  | { readonly kind: 'too-early' | 'over' | 'no-media' | 'refused' | 'unreachable' };

/** What became of a connection at a time, and since when nothing had come over it, where that is known. */
interface ConnectionWord {
  readonly sid: string;
  readonly state: 'LOST' | 'BACK';
  readonly at: number;
  readonly silentSince: number | null;
}

/** The way into a room to try, or why there is none. */
export type CheckEntry = CallAccess | 'no-media' | 'busy' | 'unreachable';

async function entryOf(ask: () => Promise<WaitToJoinMutation['waitToJoin']>): Promise<Entry> {
  try {
    const answer = await ask();
    switch (answer.__typename) {
      case 'MediaAccess':
        return { kind: 'access', access: answer, validUntil: instantOf(answer.validUntil) };
      case 'JoinWindowClosed':
        return { kind: 'too-early' };
      case 'SessionAlreadyEnded':
        return { kind: 'over' };
      case 'MediaUnavailable':
        return { kind: 'no-media' };
      default:
        return answer satisfies never;
    }
  } catch (error) {
    const fault = faultOf(error);
    return { kind: isPassing(fault) ? 'unreachable' : 'refused' };
  }
}

/** What the API has to say about being in a call. */
@Service()
export class MediaGateway {
  private readonly graphql = inject(GraphqlClient);

  async join(input: Place): Promise<Entry> {
    return await entryOf(async () => {
      const { joinSession } = await this.graphql.mutate(JoinSessionDocument, { input });
      return joinSession;
    });
  }

  /** Asks for a connection to hold until the person joins. */
  async waitToJoin(input: Place): Promise<Entry> {
    return await entryOf(async () => {
      const { waitToJoin } = await this.graphql.mutate(WaitToJoinDocument, { input });
      return waitToJoin;
    });
  }

  /** Has the connection let in that is held; tells whether it was. */
  async enterRoom(input: Place): Promise<boolean> {
    try {
      const { enterRoom } = await this.graphql.mutate(EnterRoomDocument, { input });
      return enterRoom.__typename === 'RoomEntered';
    } catch {
      // Whoever is not let in asks for the usual way, and is told there what is wrong.
      return false;
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

  /** A time in which nothing came is known here alone, so it is told until there is an answer. */
  async report(place: Place, { silentSince, ...word }: ConnectionWord): Promise<void> {
    const told = { ...place, ...word, at: isoOf(word.at) };
    const input = silentSince === null ? told : { ...told, silentSince: isoOf(silentSince) };
    try {
      if (silentSince === null) await this.graphql.mutate(ReportConnectionDocument, { input });
      else
        await lastValueFrom(this.graphql.ask(ReportConnectionDocument, { input }, () => undefined));
    } catch {
      // A hint that speeds things up; without it the API finds out by itself.
    }
  }
}
