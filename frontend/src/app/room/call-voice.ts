import { Service, computed, effect, inject } from '@angular/core';
import { Voice } from '../alerts/voice';
import { DeviceStore } from '../media/device-store';
import { MediaStore } from '../media/media-store';
import { PushToTalk } from './keys/push-to-talk';

/** Says aloud what a person in a call may not see: that nobody hears them, or that they are out. */
@Service({ autoProvided: false })
export class CallVoice {
  private readonly voice = inject(Voice);
  private readonly media = inject(MediaStore);
  private readonly devices = inject(DeviceStore);
  private readonly talk = inject(PushToTalk);
  /** Who holds a key to talk has not forgotten that they are muted. */
  private readonly isMuted = computed(
    () => !this.devices.microphone().isOn || this.talk.isActive(),
  );
  private readonly link = computed(() => this.media.connection());

  constructor() {
    let wasMuted = this.isMuted();
    let before = this.link();
    effect(() => {
      const isMuted = this.isMuted();
      if (isMuted && !wasMuted) this.voice.say('muted');
      wasMuted = isMuted;
    });
    effect(() => {
      const link = this.link();
      if (link === 'reconnecting' && before === 'connected') this.voice.say('disconnected');
      before = link;
    });
  }
}
