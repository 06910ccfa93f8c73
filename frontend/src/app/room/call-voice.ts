import { Service, computed, effect, inject } from '@angular/core';
import { Voice } from '../alerts/voice';
import { DeviceStore } from '../media/device-store';
import { MediaStore } from '../media/media-store';
import { SessionStore } from '../session/session-store';
import { timeWarning } from './domain/time-warning';
import { PushToTalk } from './keys/push-to-talk';

/**
 * Says aloud what a person in a call may not see: that nobody hears them, that they are out, or that the
 * time runs out.
 */
@Service({ autoProvided: false })
export class CallVoice {
  private readonly voice = inject(Voice);
  private readonly media = inject(MediaStore);
  private readonly devices = inject(DeviceStore);
  private readonly session = inject(SessionStore);
  private readonly talk = inject(PushToTalk);
  /** Who holds a key to talk has not forgotten that they are muted. */
  private readonly isMuted = computed(
    () => !this.devices.microphone().isOn || this.talk.isActive(),
  );
  private readonly link = computed(() => this.media.connection());

  private readonly warning = computed(() => timeWarning(this.session.timeLeftMs()));

  constructor() {
    let wasMuted = this.isMuted();
    let before = this.link();
    effect(() => {
      const isMuted = this.isMuted();
      if (isMuted && !wasMuted) this.voice.say('muted');
      wasMuted = isMuted;
    });
    let warned = this.warning();
    effect(() => {
      const warning = this.warning();
      if (warning !== warned && warning === '5 minutes left') this.voice.say('five-minutes');
      if (warning !== warned && warning === '1 minute left') this.voice.say('one-minute');
      warned = warning;
    });
    effect(() => {
      const link = this.link();
      if (link === 'reconnecting' && before === 'connected') this.voice.say('disconnected');
      before = link;
    });
  }
}
