import { Component, computed, inject } from '@angular/core';
import { ViewerStore } from '../../account/viewer-store';
import { DeviceStore } from '../../media/device-store';
import { MediaStore } from '../../media/media-store';
import { SessionStore } from '../../session/session-store';
import { clockText, countdownText, timeText } from '../../session/session-words';
import { Badge } from '../../ui/badge/badge';
import { RecordSign } from '../consent/record-sign';
import type { Quality } from '../domain/quality-words';
import { timeWarning } from '../domain/time-warning';
import { type ChipPerson, PersonChip } from './person-chip';

const phases = {
  EARLY: { text: 'Waiting', tone: 'calm' },
  JOINABLE: { text: 'Waiting', tone: 'calm' },
  WAITING: { text: 'Waiting', tone: 'calm' },
  IN_PROGRESS: { text: 'In progress', tone: 'good' },
  PAUSED: { text: 'Paused', tone: 'warn' },
  NO_SHOW: { text: 'Not come yet', tone: 'warn' },
  ENDED: { text: 'Ended', tone: 'calm' },
  CANCELLED: { text: 'Cancelled', tone: 'calm' },
} as const;

/** Which session it is, how it stands, and what is left of it. */
@Component({
  selector: 'pl-room-header',
  imports: [Badge, PersonChip, RecordSign],
  templateUrl: './room-header.html',
  styleUrl: './room-header.css',
})
export class RoomHeader {
  private readonly media = inject(MediaStore);
  private readonly devices = inject(DeviceStore);
  private readonly viewers = inject(ViewerStore);
  protected readonly store = inject(SessionStore);

  protected readonly status = computed(() => phases[this.store.phase() ?? 'WAITING']);
  protected readonly timeLeft = computed(() => countdownText(this.store.timeLeftMs()));
  protected readonly elapsed = computed(() => clockText(this.store.activeMs()));
  protected readonly isSoonOver = computed(() => timeWarning(this.store.timeLeftMs()) !== '');
  protected readonly endsAt = computed(() => {
    const times = this.store.times();
    return times && timeText(times.endsAt, this.viewers.writing());
  });
  /** The other first: who they are is what one looks for. */
  protected readonly people = computed<readonly ChipPerson[]>(() => {
    const [other, self] = [this.store.other(), this.store.self()];
    const peer = this.media.peer();
    return [
      ...(other ? [chipOf(other, other.person.displayName, peer)] : []),
      ...(self ? [chipOf(self, 'You', this.own())] : []),
    ];
  });
  /** From the first yes on there is something to name. */
  protected readonly hasSign = computed(() =>
    this.store.session()?.consents.some(({ agreedBy }) => agreedBy.length > 0),
  );
  private readonly own = computed(() => ({
    isMicrophoneOn: this.devices.microphone().isOn,
    quality: this.media.quality(),
  }));
}

type Part = NonNullable<ReturnType<SessionStore['other']>>;

interface OnTheLine {
  readonly isMicrophoneOn: boolean;
  readonly quality: Quality;
}

function chipOf(part: Part, name: string, line: OnTheLine | null): ChipPerson {
  const { presence, person, handRaisedAt } = part;
  return {
    ...{ name, presence, initials: person.initials, picture: person.avatarUrl },
    isMuted: line !== null && !line.isMicrophoneOn,
    isHandUp: handRaisedAt !== null,
    quality: line?.quality ?? 'unknown',
  };
}
