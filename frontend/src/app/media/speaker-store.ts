import { DestroyRef, Service, computed, inject, signal } from '@angular/core';
import { fromEvent } from 'rxjs';
import { type DeviceChoice, mediaLibrary } from './call';
import { DeviceMemory } from './device-memory';
import { TestSound } from './test-sound';

/** Where the sound comes out, in the test and in the call. */
@Service({ autoProvided: false })
export class SpeakerStore {
  private readonly library = inject(mediaLibrary);
  private readonly memory = inject(DeviceMemory);
  private readonly sound = inject(TestSound);
  private readonly list = signal<readonly DeviceChoice[]>([]);
  private readonly chosen = signal(this.memory.chosen('speaker') ?? '');

  readonly speakers = this.list.asReadonly();
  /** The speaker to play on: the chosen one while it is there, the system's own for an empty text. */
  readonly speakerId = computed(() => {
    const chosen = this.chosen();
    return this.list().some(({ id }) => id === chosen) ? chosen : '';
  });
  /** Whether this browser lets the person choose. */
  readonly isSelectable = computed(() => canSelect && this.list().some(({ id }) => id !== ''));
  /** What was chosen and is not there. */
  readonly missing = computed(() => {
    const isMissing = this.chosen() !== '' && this.isSelectable() && this.speakerId() === '';
    return isMissing ? this.memory.name('speaker') : null;
  });

  constructor() {
    const plugging = fromEvent(deviceEvents(), 'devicechange').subscribe(() => {
      void this.look();
    });
    inject(DestroyRef).onDestroy(() => {
      plugging.unsubscribe();
    });
  }

  /** Lists what there is; browsers tell names and kinds once a microphone is allowed. */
  async look(): Promise<void> {
    this.list.set(await this.library.listDevices('speaker'));
  }

  choose(speakerId: string): void {
    this.memory.remember('speaker', speakerId, this.list());
    this.chosen.set(speakerId);
  }

  /** Whether the sound was played, as far as the browser knows. */
  async test(): Promise<boolean> {
    try {
      await this.sound.play(this.speakerId());
      return true;
    } catch {
      return false;
    }
  }
}

const canSelect = 'setSinkId' in HTMLMediaElement.prototype;

function deviceEvents(): EventTarget {
  return 'mediaDevices' in navigator ? navigator.mediaDevices : new EventTarget();
}
