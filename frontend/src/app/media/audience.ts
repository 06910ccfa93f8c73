import type { Signal } from '@angular/core';
import type { Peer, SharedScreen } from './call';

/** Somebody in the call, as who only looks on sees them. */
export interface Seen extends Peer {
  readonly name: string;
  readonly isMentor: boolean;
}

export interface AudienceView {
  readonly link: 'connecting' | 'connected' | 'reconnecting' | 'ended';
  /** The mentor first. */
  readonly people: readonly Seen[];
  readonly screen: SharedScreen | null;
}

/** A call that is only looked on at: nothing is sent, and nobody sees who looks. */
export interface Audience {
  readonly view: Signal<AudienceView>;
  /** Rejects where there is no way in with this token. */
  connect(url: string, token: string): Promise<void>;
  leave(): Promise<void>;
}
