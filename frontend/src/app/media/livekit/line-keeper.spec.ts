import { ConnectionState, type Room, RoomEvent } from 'livekit-client';
import { LineKeeper, LineMemory } from './line-keeper';

type Listener = (...words: unknown[]) => void;

/** A room that tells statistics, with nobody's devices. */
class FakeRoom {
  readonly state = ConnectionState.Connected;
  readonly remoteParticipants = new Map<string, object>([
    ['mia:1', { identity: 'mia:1', getTrackPublication: () => undefined }],
  ]);
  readonly told: string[] = [];
  readonly localParticipant = {
    identity: 'leo:1',
    getTrackPublication: () => undefined,
    publishData: (bytes: Uint8Array) => {
      this.told.push(new TextDecoder().decode(bytes));
      return Promise.resolve();
    },
  };
  readonly engine = {
    pcManager: {
      publisher: { getStats: () => this.report('remote-inbound-rtp') },
      subscriber: { getStats: () => this.report('inbound-rtp') },
    },
  };
  private readonly listeners = new Map<string, Listener>();
  private at = 0;
  /** How many of a hundred packets get lost, each way. */
  lost = { sending: 0, receiving: 0 };
  private total = { sending: 0, receiving: 0 };

  on(event: string, listener: Listener): this {
    this.listeners.set(event, listener);
    return this;
  }

  emit(event: RoomEvent, ...words: unknown[]): void {
    this.listeners.get(event)?.(...words);
  }

  async pass(looks: number): Promise<void> {
    for (let look = 0; look < looks; look += 1) {
      this.at += 2000;
      this.total.sending += this.lost.sending;
      this.total.receiving += this.lost.receiving;
      jasmine.clock().tick(2000);
      // A look is a few answers one after the other.
      for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
    }
  }

  private report(type: string): Promise<RTCStatsReport> {
    const { at: timestamp, total } = this;
    const count = timestamp / 20;
    const [sent, came] = [count, count - total.receiving];
    const entries = [
      { id: 'out', type: 'outbound-rtp', kind: 'video', packetsSent: sent, timestamp },
      { id: 'told', type, kind: 'video', packetsLost: total.sending, timestamp },
    ];
    const coming = { id: 'in', type, kind: 'video', packetsLost: total.receiving, timestamp };
    const stats = type === 'inbound-rtp' ? [{ ...coming, packetsReceived: came }] : entries;
    return Promise.resolve(new Map(stats.map((one) => [one.id, one])));
  }
}

describe('LineKeeper', () => {
  let room: FakeRoom;
  let keeper: LineKeeper;
  let changes: number;

  function keep(memory = new LineMemory()): void {
    room = new FakeRoom();
    changes = 0;
    keeper = new LineKeeper(room as unknown as Room, memory, () => (changes += 1));
    room.emit(RoomEvent.Connected);
  }

  function say(words: string, identity = 'mia:1', topic = 'picture'): void {
    const bytes = new TextEncoder().encode(words);
    room.emit(RoomEvent.DataReceived, bytes, { identity }, 1, topic);
  }

  beforeEach(() => {
    jasmine.clock().install();
    keep();
  });

  afterEach(() => {
    room.emit(RoomEvent.Disconnected);
    jasmine.clock().uninstall();
  });

  it('FAIL-2 stays on top of a good line, and has nothing to say', async () => {
    await room.pass(10);
    expect(keeper.rungs).toEqual({ sending: 'full', receiving: 'full' });
    expect(changes).toBe(0);
  });

  it('FAIL-2 goes down by itself in the direction that is bad, and up again', async () => {
    await room.pass(5);
    room.lost = { sending: 15, receiving: 0 };
    await room.pass(3);
    expect(keeper.rungs).toEqual({ sending: 'medium', receiving: 'full' });
    room.lost = { sending: 0, receiving: 15 };
    await room.pass(3);
    expect(keeper.rungs).toEqual({ sending: 'medium', receiving: 'medium' });
    room.lost = { sending: 0, receiving: 0 };
    await room.pass(5);
    expect(keeper.rungs).toEqual({ sending: 'full', receiving: 'full' });
    expect(changes).toBe(4);
  });

  it('FAIL-2 the first moments of a connection are no measure', async () => {
    room.lost = { sending: 60, receiving: 60 };
    await room.pass(3);
    room.lost = { sending: 0, receiving: 0 };
    await room.pass(5);
    room.emit(RoomEvent.Reconnecting);
    room.lost = { sending: 60, receiving: 60 };
    await room.pass(3);
    expect(keeper.rungs).toEqual({ sending: 'full', receiving: 'full' });
  });

  it('FAIL-2 the next call begins where the last one was', async () => {
    const memory = new LineMemory();
    keep(memory);
    await room.pass(5);
    room.lost = { sending: 0, receiving: 60 };
    await room.pass(2);
    room.emit(RoomEvent.Disconnected);
    keep(memory);
    expect(keeper.rungs.receiving).toBe('off');
  });

  it('FAIL-2 believes for a moment that the other’s picture pauses, and nobody else’s', async () => {
    say('paused', 'leo:2');
    say('paused', 'mia:1', 'typing');
    expect(keeper.isPeerPaused).toBe(false);
    say('paused');
    expect(keeper.isPeerPaused).toBe(true);
    await room.pass(4);
    expect(keeper.isPeerPaused).toBe(true);
    await room.pass(1);
    expect(keeper.isPeerPaused).toBe(false);
    expect(changes).toBe(2);
  });

  it('FAIL-2 what is lost on the way of the other one does not count as ours', async () => {
    await room.pass(5);
    room.lost = { sending: 0, receiving: 60 };
    for (let look = 0; look < 5; look += 1) {
      say('weak');
      await room.pass(1);
    }
    expect(keeper.rungs.receiving).toBe('full');
    await room.pass(4);
    expect(keeper.rungs.receiving).toBe('off');
  });

  it('FAIL-2 tells the other one of a way that loses much', async () => {
    await room.pass(5);
    expect(room.told).toEqual([]);
    room.lost = { sending: 15, receiving: 0 };
    await room.pass(1);
    expect(room.told).toEqual(['weak']);
  });
});
