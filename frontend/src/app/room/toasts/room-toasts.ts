import { Service, computed, effect, inject, linkedSignal, signal, untracked } from '@angular/core';
import { ConnectionNews } from '../../connection/connection-news';
import { DeviceStore } from '../../media/device-store';
import { MediaStore } from '../../media/media-store';
import { ServerClock } from '../../platform/server-clock';
import { SessionStore } from '../../session/session-store';
import { calmNetwork, isBad, nextMood } from '../domain/network-mood';
import { type RoomFacts, roomNews } from '../domain/room-news';
import { timeWarning } from '../domain/time-warning';
import { type Turn, toastAt, withToast } from '../domain/toast-queue';
import { PushToTalk } from '../keys/push-to-talk';
import { MutedSpeaker } from './muted-speaker';

const lookMs = 500;

/** Says in a word what has changed in the room, one thing at a time. */
@Service({ autoProvided: false })
export class RoomToasts {
  private readonly session = inject(SessionStore);
  private readonly media = inject(MediaStore);
  private readonly devices = inject(DeviceStore);
  private readonly clock = inject(ServerClock);
  private readonly talk = inject(PushToTalk);
  private readonly speaker = inject(MutedSpeaker);
  private readonly lines = inject(ConnectionNews);
  private readonly queue = signal<readonly Turn[]>([]);

  private readonly look = computed(() => Math.floor(this.clock.time() / lookMs) * lookMs);
  private readonly isConnectionBad = computed(() =>
    isBad(this.media.quality(), this.media.connection() === 'reconnecting'),
  );
  private readonly network = linkedSignal<
    { readonly bad: boolean | null; readonly now: number },
    typeof calmNetwork
  >({
    source: () => ({ bad: this.isConnectionBad(), now: this.look() }),
    computation: ({ bad, now }, before) => nextMood(before?.value ?? calmNetwork, bad, now),
  });
  private readonly isTheirPicturePaused = computed(
    () => this.media.peer()?.isPicturePaused ?? false,
  );

  private readonly facts = computed<RoomFacts>(() => ({
    isMuted: !this.devices.microphone().isOn || this.talk.isActive(),
    isCameraOff: !this.devices.camera().isOn,
    isTalkingMuted: this.speaker.isTalking(),
    isNetworkStable: this.network().isStable,
    isLowBandwidth: this.media.isLowBandwidth(),
    isPicturePaused: this.media.isOwnPicturePaused() || this.isTheirPicturePaused(),
    otherName: this.session.other()?.person.displayName ?? '',
    isOtherHandUp: Boolean(this.session.other()?.handRaisedAt),
    timeWarning: timeWarning(this.session.timeLeftMs()),
  }));

  /** Of a broken connection one place speaks, and it is not this one. */
  readonly shown = computed(() => {
    const toast = toastAt(this.queue(), this.clock.time());
    return toast?.about === 'network' && this.lines.notice() ? null : toast;
  });

  constructor() {
    let before = untracked(this.facts);
    effect(() => {
      const after = this.facts();
      const news = roomNews(before, after);
      before = after;
      untracked(() => {
        const now = this.clock.now();
        for (const toast of news) this.queue.update((queue) => withToast(queue, toast, now));
      });
    });
  }
}
