import { Service, computed, effect, inject, signal, untracked } from '@angular/core';
import { DeviceStore } from '../../media/device-store';
import { listen } from '../../media/sound-level';
import { ServerClock } from '../../platform/server-clock';
import { nextSpeech, silentSpeech } from '../domain/muted-speech';

/** Notices that somebody talks who is muted. What is heard for that goes nowhere. */
@Service({ autoProvided: false })
export class MutedSpeaker {
  private readonly devices = inject(DeviceStore);
  private readonly clock = inject(ServerClock);
  private readonly speech = signal(silentSpeech);
  private readonly track = computed(() => {
    const { isOn, isOpening, track } = this.devices.microphone();
    return isOn || isOpening || track?.readyState !== 'live' ? null : track;
  });

  readonly isTalking = computed(() => this.speech().isTold);

  constructor() {
    effect((onCleanup) => {
      const muted = this.track();
      if (muted === null) return;
      // The track of the call is silent while it is muted; a copy of it hears.
      const copy = muted.clone();
      copy.enabled = true;
      const stopListening = listen(copy, ({ level }) => {
        this.speech.update((known) => nextSpeech(known, level, this.clock.now()));
      });
      onCleanup(() => {
        stopListening();
        copy.stop();
        untracked(() => {
          this.speech.update((known) => ({ ...known, loudSince: null, isTold: false }));
        });
      });
    });
  }
}
