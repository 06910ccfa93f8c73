import { Service, computed, effect, inject, linkedSignal, signal, untracked } from '@angular/core';
import { DeviceStore } from '../../media/device-store';
import { listen } from '../../media/sound-level';
import { ServerClock } from '../../platform/server-clock';
import { nextQuiet, unheard } from '../domain/quiet-microphone';

/** Notices that the own microphone is on and gives no sound, as the other one would hear it. */
@Service({ autoProvided: false })
export class QuietListener {
  private readonly devices = inject(DeviceStore);
  private readonly clock = inject(ServerClock);
  private readonly track = computed(() => {
    const { isOn, track } = this.devices.microphone();
    return isOn && track?.readyState === 'live' ? track : null;
  });
  private readonly known = signal(unheard);
  private readonly isNoticed = computed(() => this.known().isTold);
  private readonly waved = linkedSignal({ source: this.isNoticed, computation: () => false });

  readonly isAsking = computed(() => this.isNoticed() && !this.waved());

  constructor() {
    effect((onCleanup) => {
      const track = this.track();
      this.known.set(unheard);
      if (!track) return;
      const stopListening = listen(track, ({ level, isSilent }) => {
        const sound = { isHeldBack: track.muted, isSilent, level };
        const now = untracked(() => this.clock.now());
        this.known.update((known) => nextQuiet(known, sound, now));
      });
      onCleanup(stopListening);
    });
  }

  /** The person knows; there is no more to say until something is heard again. */
  waveAway(): void {
    this.waved.set(true);
  }
}
