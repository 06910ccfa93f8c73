import { ConnectionQuality, type RemoteParticipant, Track } from 'livekit-client';
import { settled } from '../../testing/screen';
import { type FlowState, lookMs } from '../domain/flow';
import { FlowMemory, FlowWatch } from './flow-watch';

/** Somebody whose packets come as the test wants it. */
class FakeSender {
  packets = 0;
  isSpeaking = false;
  isMicrophoneEnabled = true;
  connectionQuality = ConnectionQuality.Excellent;
  readonly sound = this.publication('sound', Track.Kind.Audio);
  readonly picture = this.publication('picture', Track.Kind.Video);
  readonly trackPublications = new Map([
    ['sound', this.sound],
    ['picture', this.picture],
  ]);

  get asParticipant(): RemoteParticipant {
    // Of LiveKit's participant the watch reads no more than this.
    return this as unknown as RemoteParticipant;
  }

  private publication(trackSid: string, kind: Track.Kind) {
    const track = {
      streamState: Track.StreamState.Active,
      getRTCStatsReport: () =>
        Promise.resolve(
          new Map([
            ['in', { type: 'inbound-rtp', packetsReceived: this.packets }],
            ['codec', { type: 'codec' }],
          ]),
        ),
    };
    return { trackSid, kind, isMuted: false, isEnabled: true, track };
  }
}

describe('FlowWatch', () => {
  let sender: FakeSender;
  let memory: FlowMemory;
  let states: FlowState[];
  let watch: FlowWatch;
  let isCut: boolean;
  let isSilent: boolean;

  beforeEach(() => {
    jasmine.clock().install();
    [sender, memory, states, isCut] = [new FakeSender(), new FlowMemory(), [], false];
    isSilent = false;
    begin();
  });

  afterEach(() => {
    watch.turn(false);
    jasmine.clock().uninstall();
  });

  function begin(): void {
    watch = new FlowWatch(
      memory,
      { people: () => [sender.asParticipant], isCut: () => isCut, isSilent: () => isSilent },
      (state) => states.push(state),
    );
    watch.turn(true);
  }

  async function look(count = 1): Promise<void> {
    for (let index = 0; index < count; index++) {
      jasmine.clock().tick(lookMs);
      await settled();
    }
  }

  async function flow(): Promise<void> {
    sender.packets += 100;
    await look();
  }

  it('FAIL-1 tells that nothing arrives, and that it does again', async () => {
    await flow();
    await look(3);
    await flow();
    expect(states).toEqual(['flowing', 'flowing', 'flowing', 'stalled', 'flowing']);
  });

  it('FAIL-9 gives the line up after ten seconds, once', async () => {
    await flow();
    await look(9);
    expect(states.slice(-2)).toEqual(['stalled', 'dead']);
    expect(states.filter((state) => state === 'dead').length).toBe(1);
  });

  it('FAIL-4 gives a line up that the browser has lost, whatever is known of the other one', async () => {
    await flow();
    sender.connectionQuality = ConnectionQuality.Lost;
    isCut = true;
    await flow();
    expect(states.at(-1)).toBe('flowing');
    await look();
    expect(states.at(-1)).toBe('dead');
  });

  it('FAIL-9 gives a line up over which nothing at all comes, though the other one sends nothing', async () => {
    await flow();
    sender.sound.isMuted = sender.picture.isMuted = true;
    await look(5);
    expect(states.at(-1)).toBe('flowing');
    isSilent = true;
    await look(5);
    expect(states.slice(-2)).toEqual(['stalled', 'dead']);
  });

  it('FAIL-9 takes its time with the next line where that one brings nothing either, until one does', async () => {
    await look(5);
    expect(states.at(-1)).toBe('dead');
    begin();
    await look(9);
    expect(states.at(-1)).toBe('stalled');
    await flow();
    await look(5);
    expect(states.at(-1)).toBe('dead');
  });

  const excuses: readonly [name: string, excuse: () => void][] = [
    ['they have muted all', () => (sender.sound.isMuted = sender.picture.isMuted = true)],
    [
      'the media server has nothing from them',
      () => (sender.connectionQuality = ConnectionQuality.Lost),
    ],
    ['nobody looks at the picture', () => (sender.picture.isEnabled = false)],
    [
      'the media server holds the picture back',
      () => (sender.picture.track.streamState = Track.StreamState.Paused),
    ],
    ['there is a silent microphone alone', () => sender.trackPublications.delete('picture')],
  ];
  for (const [name, excuse] of excuses) {
    it(`FAIL-1 concludes nothing where ${name}`, async () => {
      await flow();
      excuse();
      await look(20);
      expect(new Set(states)).toEqual(new Set<FlowState>(['flowing']));
    });
  }

  it('FAIL-1 a voice that is known to speak and is not heard is one that does not arrive', async () => {
    sender.trackPublications.delete('picture');
    sender.isSpeaking = true;
    await flow();
    await look(3);
    expect(states.at(-1)).toBe('stalled');
  });

  it('FAIL-1 looks no more once the call is lost, and begins anew with the next', async () => {
    await flow();
    await look(2);
    watch.turn(false);
    await look(5);
    watch.turn(true);
    await look(2);
    expect(new Set(states)).toEqual(new Set<FlowState>(['flowing']));
    expect(states.length).toBe(5);
  });
});
