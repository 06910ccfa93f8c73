import { type Room, RoomEvent } from 'livekit-client';
import { Subject, type Subscription, defer, repeat, timer } from 'rxjs';
import type { Silence } from '../call';
import {
  type Hearing,
  isSuspicious,
  nextHearing,
  silenceBetween,
  silentMs,
} from '../domain/line-silence';
import { lookAtLine } from './line-keeper';

const lookMs = 1000;
const closeLookMs = 250;

/** Looks whether anything at all comes over the line of one room, also while its signal is lost. */
export class SilenceWatch {
  private hearing: Hearing | null = null;
  private sid = '';
  private watching: Subscription | null = null;
  private readonly over = new Subject<Silence>();

  /** Each silence when it is over. */
  readonly ended = this.over.asObservable();

  constructor(private readonly room: Room) {
    room.on(RoomEvent.Connected, this.begin).on(RoomEvent.Disconnected, this.end);
  }

  /** How long nothing has come; 0 while the line is well. */
  get silentMs(): number {
    return silentMs(this.hearing);
  }

  private readonly begin = (): void => {
    this.watching = defer(() => this.look().catch(() => undefined))
      .pipe(repeat({ delay: () => timer(isSuspicious(this.hearing) ? closeLookMs : lookMs) }))
      .subscribe();
  };

  private readonly end = (): void => {
    this.watching?.unsubscribe();
    this.over.complete();
  };

  private async look(): Promise<void> {
    const look = await lookAtLine(this.room);
    if (!look) return;
    // Where nobody sends anything the line may be as quiet as it likes.
    if (!isUsed(this.room)) {
      this.hearing = null;
      return;
    }
    const before = this.hearing;
    this.hearing = nextHearing(before, [look.sent, look.received]);
    const silence = silenceBetween(before, this.hearing);
    if (silence) this.over.next({ sid: this.sid, ...silence });
    if (this.silentMs === 0) this.sid = this.room.localParticipant.sid;
  }
}

function isUsed({ localParticipant, remoteParticipants }: Room): boolean {
  const people = [localParticipant, ...remoteParticipants.values()];
  return people.some(({ trackPublications }) => trackPublications.size > 0);
}
