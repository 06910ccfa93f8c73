import { Service, computed, effect, inject, signal, untracked } from '@angular/core';
import { ServerClock } from '../platform/server-clock';
import { TabLocks } from '../platform/tab-locks';
import { PreferencesStore } from '../preferences/preferences-store';
import { type Chime, isWanted, lengthMs } from './domain/chimes';
import { Sound } from './sound';
import { type Spoken, Voice } from './voice';

const lockName = 'sound';
/** So long after its time a chime still says what it is meant to say. */
const lateMs = 5000;
const kinds: readonly Chime[] = ['five-minutes', 'one-minute', 'ten-seconds'];

/** The notices that are heard: of all tabs of a person's browser, by one that is allowed to sound. */
@Service()
export class AlertSound {
  private readonly sound = inject(Sound);
  private readonly voice = inject(Voice);
  private readonly locks = inject(TabLocks);
  private readonly clock = inject(ServerClock);
  private readonly store = inject(PreferencesStore);
  private readonly wishes = this.store.preferences;
  private readonly isElsewhere = signal(false);
  private letGo: (() => void) | null = null;
  private speaking: ReturnType<typeof setTimeout> | undefined;
  /** What was due before it was known what the person wants to hear. */
  private held: {
    readonly chime: Chime;
    readonly then: Spoken | null;
    readonly at: number;
  } | null = null;

  private readonly isWanted = computed(() => {
    const wishes = this.wishes();
    if (!this.store.isSettled()) return false;
    return (wishes.voice && wishes.volume > 0) || kinds.some((kind) => isWanted(kind, wishes));
  });
  /** Something is to be heard, and no tab of this browser may be. */
  readonly isTapNeeded = computed(
    () => this.isWanted() && this.sound.isBlocked() && !this.isElsewhere(),
  );

  constructor() {
    effect(() => {
      const isSettled = this.store.isSettled();
      untracked(() => {
        if (isSettled) void this.ringHeld();
      });
    });
  }

  /** A session is near: this tab will sound, unless another one does. */
  async prepare(): Promise<void> {
    if (!this.isWanted()) return;
    this.sound.prepare();
    if (this.letGo) return;
    if (this.sound.isReady()) this.letGo = await this.locks.take(lockName);
    else this.isElsewhere.set(await this.locks.isTaken(lockName));
  }

  /** No session is near any more. */
  rest(): void {
    this.sound.rest();
    this.letGo?.();
    this.letGo = null;
  }

  /** Rings, and then says something where the person has a voice speak. */
  ring(chime: Chime, then: Spoken | null = null): void {
    if (!this.store.isSettled()) {
      this.held = { chime, then, at: this.clock.now() };
      return;
    }
    if (!this.letGo) return;
    const isHeard = isWanted(chime, this.wishes());
    if (isHeard) this.sound.play(chime, this.wishes().volume);
    if (then === null) return;
    clearTimeout(this.speaking);
    this.speaking = setTimeout(
      () => {
        this.voice.say(then);
      },
      isHeard ? lengthMs(chime) : 0,
    );
  }

  /** The person turns the sound on, and hears that it is. */
  async turnOn(): Promise<void> {
    await this.sound.allow();
    await this.prepare();
    if (this.sound.isReady()) this.sound.play('five-minutes', this.wishes().volume);
  }

  private async ringHeld(): Promise<void> {
    const { held } = this;
    this.held = null;
    if (!held || this.clock.now() - held.at > lateMs) return;
    await this.prepare();
    this.ring(held.chime, held.then);
  }
}
