import { Service, computed, inject, signal } from '@angular/core';
import { TabLocks } from '../platform/tab-locks';
import { PreferencesStore } from '../preferences/preferences-store';
import { type Chime, isWanted, lengthMs } from './domain/chimes';
import { Sound } from './sound';
import { type Spoken, Voice } from './voice';

const lockName = 'sound';
const kinds: readonly Chime[] = ['five-minutes', 'one-minute', 'ten-seconds'];

/** The notices that are heard: of all tabs of a person's browser, by one that is allowed to sound. */
@Service()
export class AlertSound {
  private readonly sound = inject(Sound);
  private readonly voice = inject(Voice);
  private readonly locks = inject(TabLocks);
  private readonly wishes = inject(PreferencesStore).preferences;
  private readonly isElsewhere = signal(false);
  private letGo: (() => void) | null = null;
  private speaking: ReturnType<typeof setTimeout> | undefined;

  private readonly isWanted = computed(() => {
    const wishes = this.wishes();
    return (wishes.voice && wishes.volume > 0) || kinds.some((kind) => isWanted(kind, wishes));
  });
  /** Something is to be heard, and no tab of this browser may be. */
  readonly isTapNeeded = computed(
    () => this.isWanted() && this.sound.isBlocked() && !this.isElsewhere(),
  );

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
}
