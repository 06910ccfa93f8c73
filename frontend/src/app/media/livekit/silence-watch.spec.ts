import { type Room, RoomEvent } from 'livekit-client';
import type { Silence } from '../call';
import { SilenceWatch } from './silence-watch';

type Listener = () => void;

/** A room with a line over which something comes, or not. */
class FakeRoom {
  readonly localParticipant = { sid: 'sid-1', trackPublications: new Map([['track', {}]]) };
  readonly remoteParticipants = new Map<string, object>();
  readonly engine: { pcManager?: object } = {
    pcManager: { publisher: { getStats: () => Promise.resolve(this.stats()) } },
  };
  isCut = false;
  looks = 0;
  private now = 0;
  private heardAt = 0;
  private readonly listeners = new Map<string, Listener>();

  on(event: string, listener: Listener): this {
    this.listeners.set(event, listener);
    return this;
  }

  emit(event: RoomEvent): void {
    this.listeners.get(event)?.();
  }

  async pass(ms: number): Promise<void> {
    for (let passed = 0; passed < ms; passed += 250) {
      this.now += 250;
      if (!this.isCut) this.heardAt = this.now;
      jasmine.clock().tick(250);
      // A look is a few answers one after the other.
      for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
    }
  }

  private stats(): ReadonlyMap<string, object> {
    this.looks += 1;
    const { now: timestamp, heardAt: lastPacketReceivedTimestamp } = this;
    const pair = { id: 'pair', type: 'candidate-pair', timestamp, lastPacketReceivedTimestamp };
    return new Map([['pair', pair]]);
  }
}

describe('SilenceWatch', () => {
  let room: FakeRoom;
  let watch: SilenceWatch;
  let silences: Silence[];

  beforeEach(async () => {
    jasmine.clock().install();
    [room, silences] = [new FakeRoom(), []];
    watch = new SilenceWatch(room as unknown as Room);
    watch.ended.subscribe((silence) => silences.push(silence));
    room.emit(RoomEvent.Connected);
    await room.pass(3000);
  });

  afterEach(() => {
    room.emit(RoomEvent.Disconnected);
    jasmine.clock().uninstall();
  });

  it('LIFE-2 hears a line that is well, and looks once a second', async () => {
    const before = room.looks;
    await room.pass(10_000);
    expect([watch.silentMs, silences]).toEqual([0, []]);
    expect(room.looks - before).toBe(10);
  });

  it('LIFE-2 knows how long nothing has come, to a quarter of a second', async () => {
    room.isCut = true;
    await room.pass(8000);
    expect(watch.silentMs).toBe(8000);
  });

  it('LIFE-2 tells a silence that is over, of the connection that had it', async () => {
    room.isCut = true;
    await room.pass(8000);
    room.localParticipant.sid = 'sid-2';
    room.isCut = false;
    await room.pass(250);
    expect(silences).toEqual([{ sid: 'sid-1', forMs: 8000, endedMsAgo: 250 }]);
    expect(watch.silentMs).toBe(0);
  });

  it('LIFE-2 keeps what it knows while there is no line', async () => {
    room.isCut = true;
    await room.pass(5000);
    delete room.engine.pcManager;
    await room.pass(2000);
    expect(watch.silentMs).toBe(5000);
  });

  it('LIFE-2 FAIL-3 calls no line silent over which nobody sends', async () => {
    room.localParticipant.trackPublications.clear();
    room.isCut = true;
    await room.pass(10_000);
    expect(watch.silentMs).toBe(0);
    room.isCut = false;
    await room.pass(1000);
    expect(silences).toEqual([]);
  });
});
