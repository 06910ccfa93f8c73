import { expectAccessible } from '../testing/accessibility';
import { type Screen, show } from '../testing/screen';
import { LevelMeter } from './level-meter';

describe('LevelMeter', () => {
  let audio: AudioContext;

  beforeEach(() => {
    audio = new AudioContext();
  });

  afterEach(() => audio.close());

  /** A microphone that hears a steady tone. */
  function aTone(): MediaStreamTrack | null {
    const destination = audio.createMediaStreamDestination();
    const tone = audio.createOscillator();
    tone.connect(destination);
    tone.start();
    return destination.stream.getAudioTracks()[0] ?? null;
  }

  function level(screen: Screen<LevelMeter>): number {
    return Number(screen.root.getAttribute('aria-valuenow'));
  }

  /** Until the meter shows something else. */
  function change(screen: Screen<LevelMeter>): Promise<void> {
    const changed = Promise.withResolvers<void>();
    const observer = new MutationObserver(() => {
      observer.disconnect();
      changed.resolve();
    });
    observer.observe(screen.root, { attributeFilter: ['aria-valuenow'] });
    return changed.promise;
  }

  it('PRE-8 shows what the microphone hears', async () => {
    const screen = await show(LevelMeter, { track: aTone() });
    if (level(screen) === 0) await change(screen);
    expect(level(screen)).toBeGreaterThan(0);
    await expectAccessible(screen);
  });

  it('PRE-8 shows nothing while it is muted', async () => {
    const screen = await show(LevelMeter, { track: aTone() });
    if (level(screen) === 0) await change(screen);
    await screen.set({ isOn: false });
    expect(level(screen)).toBe(0);
  });

  it('FAIL-3 shows nothing without a microphone', async () => {
    const screen = await show(LevelMeter, { track: null });
    expect(level(screen)).toBe(0);
    await expectAccessible(screen);
  });

  it('FAIL-3 tells when nothing at all comes for seconds', async () => {
    const destination = audio.createMediaStreamDestination();
    const [nothing] = destination.stream.getAudioTracks();
    const screen = await show(LevelMeter, { track: nothing ?? null });
    const told = Promise.withResolvers<boolean>();
    screen.component.silence.subscribe(told.resolve);
    expect(await told.promise).toBe(true);
  }, 15_000);
});
