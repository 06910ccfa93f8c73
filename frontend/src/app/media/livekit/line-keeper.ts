import { ConnectionState, type RemoteParticipant, type Room, RoomEvent } from 'livekit-client';
import { type Subscription, exhaustMap, interval } from 'rxjs';
import type { Rungs } from '../call';
import { type LineStat, type LineStats, receivedLine, sentLine } from '../domain/line-stats';
import { beyondTheirs, receivedVerdict, sentVerdict } from '../domain/line-verdict';
import { type Ladder, nextOnLadder, topOfLadder } from '../domain/quality-ladder';
import { askForPictures } from './asked-pictures';
import { personOf } from './livekit-people';
import { isCameraPaused, sendPictures } from './sent-pictures';

const lookMs = 2000;
/** At first the browser itself finds out what the line carries. */
const warmUpLooks = 4;
/** How long it is believed that the other one's picture is paused, without hearing it again. */
const believedLooks = 4;
const topic = 'picture';
/** What is told to the other side: nothing of the picture is sent, and the way from here loses much. */
const [paused, weak] = ['paused', 'weak'] as const;
/** How long what comes lossy is taken to be lost at the other end. */
const weakLooks = 2;

/** Where both directions stand. It outlives a call, because the line does. */
export class LineMemory {
  sending: Ladder = topOfLadder;
  receiving: Ladder = topOfLadder;
}

interface Look {
  readonly sent: LineStats;
  readonly received: LineStats;
}

/**
 * Looks at the line of one room every two seconds, and lets as much of the pictures through as it carries
 * beside the sound. The other side is told when a camera that is on is not sent.
 */
export class LineKeeper {
  private last: Look | null = null;
  private looks = 0;
  private pausedAtLook = -Infinity;
  private weakAtLook = -Infinity;
  private isWeak = false;
  private watching: Subscription | null = null;

  constructor(
    private readonly room: Room,
    private readonly memory: LineMemory,
    private readonly changed: () => void,
  ) {
    room
      .on(RoomEvent.Connected, this.begin)
      .on(RoomEvent.Reconnecting, this.forget)
      .on(RoomEvent.SignalReconnecting, this.forget)
      .on(RoomEvent.Disconnected, this.end)
      .on(RoomEvent.DataReceived, this.hear);
  }

  get rungs(): Rungs {
    const { sending, receiving } = this.memory;
    return { sending: sending.rung, receiving: receiving.rung };
  }

  /** Whether the other one's camera is on and nothing of it is sent. */
  get isPeerPaused(): boolean {
    return this.looks - this.pausedAtLook <= believedLooks;
  }

  private readonly begin = (): void => {
    this.watching = interval(lookMs)
      .pipe(exhaustMap(() => this.look().catch(() => undefined)))
      .subscribe();
  };

  /** What happens while the connection is sought says nothing of what it carries. */
  readonly forget = (): void => {
    this.last = null;
    this.looks = 0;
    this.pausedAtLook = -Infinity;
    this.weakAtLook = -Infinity;
  };

  private readonly end = (): void => {
    this.watching?.unsubscribe();
  };

  private readonly hear = (
    bytes: Uint8Array,
    from?: RemoteParticipant,
    _kind?: unknown,
    about?: string,
  ): void => {
    if (about !== topic || !from || this.isOwn(from)) return;
    const words = new TextDecoder().decode(bytes).split(' ');
    if (words.includes(weak)) this.weakAtLook = this.looks;
    if (!words.includes(paused)) return;
    this.pausedAtLook = this.looks;
    this.changed();
  };

  private async look(): Promise<void> {
    if (this.room.state !== ConnectionState.Connected) return;
    const shown = this.state;
    const [before, after] = [this.last, await lookAtLine(this.room)];
    this.looks += 1;
    this.last = after;
    if (before && after) this.judge(before, after);
    const { sending, receiving } = this.rungs;
    askForPictures(this.room, receiving);
    await sendPictures(this.room, sending);
    this.tell([...(isCameraPaused(this.room) ? [paused] : []), ...(this.isWeak ? [weak] : [])]);
    if (this.state !== shown) this.changed();
  }

  private get state(): string {
    const { sending, receiving } = this.rungs;
    return `${sending} ${receiving} ${String(this.isPeerPaused)}`;
  }

  private judge(before: Look, after: Look): void {
    if (this.looks < warmUpLooks) return;
    const { memory } = this;
    const sent = sentLine(before.sent, after.sent);
    const received = receivedLine(before.received, after.received);
    const verdict = sentVerdict(sent, memory.sending, after.sent.at);
    this.isWeak = verdict === 'bad' || verdict === 'collapsed';
    memory.sending = nextOnLadder(memory.sending, verdict, after.sent.at);
    const isTheirs = this.looks - this.weakAtLook <= weakLooks;
    const own = receivedVerdict(isTheirs ? beyondTheirs(received) : received);
    memory.receiving = nextOnLadder(memory.receiving, own, after.received.at);
  }

  private tell(words: readonly string[]): void {
    const others = [...this.room.remoteParticipants.values()].filter((one) => !this.isOwn(one));
    if (others.length === 0 || words.length === 0) return;
    const destinationIdentities = others.map(({ identity }) => identity);
    const options = { reliable: true, topic, destinationIdentities };
    const bytes = new TextEncoder().encode(words.join(' '));
    // It is told again with the next look.
    this.room.localParticipant.publishData(bytes, options).catch(() => undefined);
  }

  private isOwn({ identity }: RemoteParticipant): boolean {
    return personOf(identity) === personOf(this.room.localParticipant.identity);
  }
}

/** What the browser counts of both directions; `null` while there is no line. */
export async function lookAtLine({ engine }: Room): Promise<Look | null> {
  const [publisher, subscriber] = [engine.pcManager?.publisher, engine.pcManager?.subscriber];
  const sent = await publisher?.getStats();
  const received = subscriber ? await subscriber.getStats() : sent;
  return sent && received ? { sent: statsOf(sent), received: statsOf(received) } : null;
}

function statsOf(report: RTCStatsReport): LineStats {
  const entries = [...report.values()] as readonly (LineStat & RTCStats)[];
  return { at: Math.max(...entries.map(({ timestamp }) => timestamp)), entries };
}
