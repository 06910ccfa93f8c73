import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { Audience, AudienceView, Seen } from '../media/audience';
import { OPEN_AUDIENCE } from '../media/open-audience';
import { DeviceClock } from '../platform/clock';
import { aPeer } from '../testing/fake-media';
import { aScreen } from '../testing/fake-screen';
import { type Screen, show } from '../testing/screen';
import { RecordingPage } from './recording-page';

const maya: Seen = { ...aPeer({ personId: 'maya' }), name: 'Maya Lindqvist', isMentor: true };
const leo: Seen = { ...aPeer({ personId: 'leo' }), name: 'Leo Okafor', isMentor: false };

class FakeAudience implements Audience {
  private readonly shown = signal<AudienceView>({ link: 'connecting', people: [], screen: null });
  readonly view = this.shown.asReadonly();
  readonly connected: string[] = [];

  constructor(private readonly failure: Error | null) {}

  connect(url: string, token: string): Promise<void> {
    this.connected.push(url, token);
    return this.failure ? Promise.reject(this.failure) : Promise.resolve();
  }

  leave(): Promise<void> {
    return Promise.resolve();
  }

  become(view: Partial<AudienceView>): void {
    this.shown.update((before) => ({ ...before, link: 'connected', ...view }));
  }
}

describe('RecordingPage', () => {
  let audience: FakeAudience;
  let said: jasmine.Spy;
  let now: number;

  async function open(failure: Error | null = null): Promise<Screen<RecordingPage>> {
    audience = new FakeAudience(failure);
    const monotonic = () => now;
    TestBed.configureTestingModule({
      providers: [
        { provide: OPEN_AUDIENCE, useValue: () => Promise.resolve(audience) },
        { provide: DeviceClock, useValue: { monotonic } },
      ],
    });
    return await show(RecordingPage, { url: 'ws://media.test', token: 'a-token' });
  }

  function words(): readonly unknown[] {
    return said.calls.allArgs().flat();
  }

  function largeOf({ root }: Screen<RecordingPage>): string {
    return root.querySelector('.large figcaption')?.textContent.trim() ?? '';
  }

  beforeEach(() => {
    now = 0;
    said = spyOn(console, 'log');
    jasmine.clock().install();
  });

  afterEach(() => {
    jasmine.clock().uninstall();
  });

  it('ROOM-18 goes in with what Egress brings, and shows both with their names', async () => {
    const screen = await open();
    expect(audience.connected).toEqual(['ws://media.test', 'a-token']);
    expect(screen.text).toBe('Nobody is in the room.');
    audience.become({ people: [maya, leo] });
    await screen.settle();
    const names = [...screen.root.querySelectorAll('figcaption')].map(({ textContent }) =>
      textContent.trim(),
    );
    expect(names).toEqual(['Maya Lindqvist', 'Leo Okafor']);
    expect(screen.root.querySelectorAll('figure > video').length).toBe(2);
    expect(screen.root.querySelectorAll('figure > audio').length).toBe(2);
    expect(largeOf(screen)).toBe('Maya Lindqvist');
  });

  it('ROOM-18 shows who speaks large, after more than a cough', async () => {
    const screen = await open();
    audience.become({ people: [maya, { ...leo, isSpeaking: true }] });
    await screen.settle();
    expect(largeOf(screen)).toBe('Maya Lindqvist');
    now = 700;
    jasmine.clock().tick(700);
    await screen.settle();
    expect(largeOf(screen)).toBe('Leo Okafor');
  });

  it('ROOM-18 shows a shared screen, and both beside it', async () => {
    const screen = await open();
    audience.become({ people: [maya, leo], screen: aScreen({ personId: 'leo' }) });
    await screen.settle();
    const picture = screen.root.querySelector('.screen video');
    expect(picture?.getAttribute('aria-label')).toBe('Screen of Leo Okafor');
    expect(screen.root.querySelectorAll('figure').length).toBe(2);
    expect(largeOf(screen)).toBe('');
  });

  it('ROOM-18 shows initials where there is no camera, and who is muted', async () => {
    const screen = await open();
    const quiet = { ...maya, isCameraOn: false, isMicrophoneOn: false };
    audience.become({ people: [quiet] });
    await screen.settle();
    expect(screen.root.querySelector('pl-avatar')?.textContent.trim()).toBe('ML');
    expect(screen.root.querySelector('figcaption pl-icon')).not.toBeNull();
  });

  it('ROOM-18 begins with the first that plays, once, and ends with the room', async () => {
    const screen = await open();
    audience.become({ people: [maya, leo] });
    await screen.settle();
    expect(words()).toEqual([]);
    for (const video of screen.root.querySelectorAll('video')) {
      video.dispatchEvent(new Event('playing'));
    }
    jasmine.clock().tick(60_000);
    expect(words()).toEqual(['START_RECORDING']);
    audience.become({ link: 'ended', people: [] });
    await screen.settle();
    expect(words()).toEqual(['START_RECORDING', 'END_RECORDING']);
  });

  it('ROOM-18 begins after a few seconds where nobody sends anything', async () => {
    const screen = await open();
    jasmine.clock().tick(60_000);
    expect(words()).toEqual([]);
    audience.become({});
    await screen.settle();
    jasmine.clock().tick(3999);
    expect(words()).toEqual([]);
    jasmine.clock().tick(1);
    expect(words()).toEqual(['START_RECORDING']);
  });

  it('ROOM-18 tells Egress at once that the room cannot be reached', async () => {
    const screen = await open(new Error('no such room'));
    await screen.settle();
    expect(screen.root.querySelector('div.error')?.textContent).toBe(
      'The room could not be reached.',
    );
    expect(words()).toEqual(['END_RECORDING']);
  });
});
