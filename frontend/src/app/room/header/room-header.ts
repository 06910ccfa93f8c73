import { Component, computed, inject } from '@angular/core';
import { ViewerStore } from '../../account/viewer-store';
import { MediaStore } from '../../media/media-store';
import { SessionStore } from '../../session/session-store';
import { clockText, countdownText, timeText } from '../../session/session-words';
import { Badge } from '../../ui/badge/badge';
import { qualityWords } from '../domain/quality-words';
import { timeWarning } from '../domain/time-warning';

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
  imports: [Badge],
  templateUrl: './room-header.html',
  styleUrl: './room-header.css',
})
export class RoomHeader {
  private readonly media = inject(MediaStore);
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
  protected readonly quality = computed(() => qualityWords(this.media.quality()));
  protected readonly bars = [1, 2, 3] as const;
}
