import { DestroyRef, Service, computed, effect, inject, signal, untracked } from '@angular/core';
import { Subject, firstValueFrom, merge, take, timer } from 'rxjs';
import { type Lines, attemptWaitMs, isWorthTrying } from '../platform/domain/connection-policy';
import { randomShare } from '../platform/ids';
import { PageLife } from '../platform/page-life';
import { ServerClock } from '../platform/server-clock';
import { BlurStore } from './blur-store';
import { type Call, type CallView, type Word, mediaLibrary } from './call';
import { CallDevices } from './call-devices';
import { ConnectionReports } from './connection-reports';
import { DeviceStore } from './device-store';
import { type Entry, MediaGateway, type Place } from './media-gateway';
import { Doorway } from './doorway';
import { ScreenShare } from './screen-share';
import { SpeakerStore } from './speaker-store';

/** Why there is no call although one is wanted. */
export type CallProblem = 'no-media' | 'unreachable' | 'refused' | 'removed';

/** Whether the person means this page, or it goes in without them. */
export type Manner = 'pressed' | 'by-itself';

/**
 * The call of one session: gets in, and stays in. When the media library gives a connection up, it
 * takes a new token and a new connection, again and again until the person leaves or it is over.
 */
@Service({ autoProvided: false })
export class MediaStore {
  private readonly library = inject(mediaLibrary);
  private readonly gateway = inject(MediaGateway);
  private readonly devices = inject(DeviceStore);
  private readonly speakers = inject(SpeakerStore);
  private readonly clock = inject(ServerClock);
  private readonly page = inject(PageLife);
  private readonly impatience = new Subject<void>();
  private readonly call = signal<Call | null>(null);
  private readonly wanted = signal<Place | null>(null);
  private readonly hasBeenIn = signal(false);
  private readonly failures = signal(0);
  private readonly hindrance = signal<CallProblem | null>(null);
  private readonly view = computed<CallView | null>(() => this.call()?.view() ?? null);
  private readonly link = computed(() => this.view()?.link ?? null);
  private readonly words = new Subject<Word>();
  private readonly sharing = new ScreenShare({
    library: this.library,
    call: this.call,
    view: this.view,
    isWanted: computed(() => this.wanted() !== null),
    now: () => this.clock.now(),
  });
  private readonly callDevices = new CallDevices({
    call: computed(() => (this.link() === 'connected' ? this.call() : null)),
    microphone: computed(() => this.devices.microphone().device),
    camera: computed(() => this.devices.camera().device),
    speakerId: this.speakers.speakerId,
  });
  private readonly reports = new ConnectionReports(this.gateway, this.clock);
  private manner: Manner = 'pressed';
  /** Until when the session goes on at most: so long a way in is open. */
  private latestEndAt: number | null = null;
  private readonly doorway = new Doorway(this.library, this.gateway, this.clock);

  readonly peer = computed(() => this.view()?.peer ?? null);
  readonly way = computed(() => this.view()?.way ?? 'usual');
  readonly isSpeaking = computed(() => this.view()?.isSpeaking ?? false);
  /** The screen that both see, and whose it is. */
  readonly screen = computed(() => this.view()?.screen ?? null);
  readonly isSharing = this.sharing.isSharing;
  readonly shareFault = this.sharing.fault;
  /** Whether the person is to say if the other's screen gives way to theirs. */
  readonly isTakeOverAsked = this.sharing.isAsking;
  /** What the other one tells on the line that may lose words. */
  readonly heard = this.words.asObservable();
  readonly quality = computed(() => this.view()?.quality ?? 'unknown');
  /** Whether pictures are smaller than they could be, one way or the other, because of the line. */
  readonly isLowBandwidth = computed(() => {
    const rungs = this.view()?.rungs;
    return rungs !== undefined && (rungs.sending !== 'full' || rungs.receiving !== 'full');
  });
  /** The camera is on, and nothing of it is sent. */
  readonly isOwnPicturePaused = computed(
    () => this.view()?.rungs.sending === 'off' && this.devices.camera().isOn,
  );
  /** All seems well, and nothing arrives. */
  readonly isStalled = computed(() => this.link() === 'stalled');
  readonly isSoundAllowed = computed(() => this.view()?.isSoundAllowed ?? true);
  readonly isElsewhere = computed(() => this.view()?.isElsewhere ?? false);
  readonly problem = this.hindrance.asReadonly();
  /** Attempts since media last worked. */
  readonly failedAttempts = this.failures.asReadonly();
  readonly connection = computed<Lines['call']>(() => {
    if (!this.wanted()) return 'outside';
    if (this.link() === 'connected') return 'connected';
    return this.hasBeenIn() ? 'reconnecting' : 'connecting';
  });

  constructor() {
    // Before anything is sent, so that nobody sees the room behind who does not want it seen.
    inject(BlurStore);
    effect(() => {
      this.report(this.link());
    });
    const leaving = this.page.leaves.subscribe(() => {
      const place = this.wanted();
      if (place) this.gateway.leaveForGood(place);
    });
    inject(DestroyRef).onDestroy(() => {
      leaving.unsubscribe();
      this.close();
    });
  }

  /** The door is open: connects, unseen, so that entering is a matter of a moment. */
  async warmUp(place: Place): Promise<void> {
    if (!this.wanted()) await this.doorway.wait(place);
  }

  /** Goes into the call and stays in it until it is left or over. */
  async enter(place: Place, manner: Manner = 'pressed'): Promise<void> {
    if (this.wanted()) return;
    this.manner = manner;
    this.wanted.set(place);
    this.hasBeenIn.set(false);
    this.hindrance.set(null);
    this.failures.set(0);
    this.latestEndAt = null;
    while (this.wanted() === place) {
      const isGoingOn = await this.attempt(place);
      if (this.wanted() !== place) return;
      if (isGoingOn && this.isWorthTrying()) await this.pause();
      if (!isGoingOn || !this.isWorthTrying()) this.wanted.set(null);
    }
  }

  /** Tries again at once instead of waiting. */
  retryNow(): void {
    this.impatience.next();
  }

  /** Tells the other one something, such as "types". Only who is in the call hears it. */
  tell(...words: Parameters<Call['tell']>): void {
    this.call()?.tell(...words);
  }

  /** To be called by a press. Where the other shares it asks first, and the second call takes over. */
  async shareScreen(): Promise<void> {
    await this.sharing.start();
  }

  async stopSharing(): Promise<void> {
    await this.sharing.stop();
  }

  /** The other's screen stays after all. */
  keepTheirScreen(): void {
    this.sharing.keepTheirs();
  }

  forgetShareFault(): void {
    this.sharing.forgetFault();
  }

  async allowSound(): Promise<void> {
    await this.call()?.allowSound();
  }

  /** Moves the call to this page: the person's other pages leave it. */
  async useHere(): Promise<void> {
    const place = this.wanted();
    if (place) await this.gateway.useHere(place);
  }

  /** The person leaves by their own choice. */
  async leave(): Promise<void> {
    const place = this.wanted();
    this.close();
    if (place) await this.gateway.leave(place, 'LEFT_BY_CHOICE');
  }

  /** The call is over; nobody needs to be told. */
  close(): void {
    this.wanted.set(null);
    this.hasBeenIn.set(false);
    this.doorway.forget();
    this.impatience.next();
    void this.call()?.leave();
    this.call.set(null);
  }

  /** One way in and the stay that follows. Tells whether another attempt makes sense. */
  private async attempt(place: Place): Promise<boolean> {
    const held = await this.doorway.enter(place);
    if (held && this.wanted() !== place) await held.call.leave();
    if (this.wanted() !== place) return false;
    if (held) {
      this.latestEndAt = held.validUntil;
      this.use(held.call);
      return await this.stay(held.call, place);
    }
    const entry = await this.gateway.join(place);
    if (this.wanted() !== place) return false;
    if (entry.kind !== 'access') return this.stayOut(entry.kind);
    this.latestEndAt = entry.validUntil;
    const call = await this.library.createCall().catch(() => null);
    if (this.wanted() !== place) return false;
    if (!call) return this.stayOut('unreachable');
    this.use(call);
    try {
      await call.connect(entry.access);
    } catch {
      this.failures.update((count) => count + 1);
      this.hindrance.set('no-media');
      await call.leave();
      return true;
    }
    return await this.stay(call, place);
  }

  private use(call: Call): void {
    this.call.set(call);
    this.reports.listen(call, this.wanted);
    call.heard.subscribe((word) => {
      this.words.next(word);
    });
  }

  /** From the moment in which the call stands until it does not. */
  private async stay(call: Call, place: Place): Promise<boolean> {
    if (!(await this.mayStay(call, place))) return false;
    void this.callDevices.publish();
    // Only whoever pressed the button means this page; a connection that comes back does not.
    if (!this.hasBeenIn() && this.isElsewhere()) void this.useHere();
    this.hasBeenIn.set(true);
    this.hindrance.set(null);
    this.failures.set(0);
    const end = await call.ended;
    if (end === 'removed') this.hindrance.set('removed');
    return end === 'lost';
  }

  /** Nobody stays who left meanwhile, or who intrudes. */
  private async mayStay(call: Call, place: Place): Promise<boolean> {
    if (this.wanted() !== place) {
      await call.leave();
      return false;
    }
    if (!this.isIntruding()) return true;
    this.call.set(null);
    await call.leave();
    await this.gateway.leave(place, 'LEFT_BY_CHOICE');
    return false;
  }

  /** A page that goes in by itself takes the call from none where the person is in already. */
  private isIntruding(): boolean {
    const isNew = this.manner === 'by-itself' && !this.hasBeenIn();
    return isNew && (this.view()?.wasElsewhere ?? false);
  }

  private stayOut(kind: Exclude<Entry['kind'], 'access'>): boolean {
    this.failures.update((count) => count + 1);
    if (kind === 'over' || kind === 'too-early') return false;
    this.hindrance.set(kind);
    return kind !== 'refused';
  }

  private isWorthTrying(): boolean {
    return isWorthTrying(this.latestEndAt, this.clock.now());
  }

  private async pause(): Promise<void> {
    const ms = attemptWaitMs('media', this.failures(), randomShare());
    await firstValueFrom(merge(timer(ms), this.impatience, this.page.returns).pipe(take(1)));
  }

  private report(link: CallView['link'] | null): void {
    const [place, call] = untracked(() => [this.wanted(), this.call()]);
    if (place && call?.sid) this.reports.follow(link, call, place);
  }
}
