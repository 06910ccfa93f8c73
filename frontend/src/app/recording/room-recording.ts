import { Service, computed, effect, inject, untracked } from '@angular/core';
import { canRequest } from '../consent/consent-reason';
import { ConsentStore } from '../consent/consent-store';
import { MediaStore } from '../media/media-store';
import { SessionStore } from '../session/session-store';
import { type RecordingNote, roomNote } from './domain/recording-words';
import { ownMediaType } from './own-media-type';
import { RecordingStore } from './recording-store';

const unable: RecordingNote = {
  text: 'This browser cannot record. Join with another one to record the session.',
  isBad: true,
};

/** The recording as the room has it: whether this page makes it, and what both are to know of it. */
@Service({ autoProvided: false })
export class RoomRecording {
  private readonly session = inject(SessionStore);
  private readonly media = inject(MediaStore);
  private readonly consents = inject(ConsentStore);
  private readonly store = inject(RecordingStore);
  private readonly consent = computed(
    () => this.consents.view().consents.find(({ kind }) => kind === 'RECORDING') ?? null,
  );
  private readonly isOffered = computed(() => (this.consent()?.policy ?? 'OFF') !== 'OFF');

  /** Whether it is for the person to ask that the session be recorded. */
  readonly canAsk = computed(() => {
    const consent = this.consent();
    const hasBegun = this.session.session()?.actualStart !== null;
    return hasBegun && consent !== null && canRequest(consent);
  });
  /** Why what the person asked for was not taken. */
  readonly problem = this.consents.problem;

  /** Whether this page is to record: the mentor's does, while both agree and it is in the call. */
  readonly isWanted = computed(() => {
    const link = this.media.connection();
    const isInCall = link === 'connected' || link === 'reconnecting';
    const isMentor = this.session.session()?.viewerRole === 'MENTOR';
    const isAgreed = this.consent()?.status === 'RUNNING' && !this.session.isOver();
    return isMentor && isInCall && isAgreed && this.store.recording()?.via === 'BROWSER';
  });

  readonly note = computed<RecordingNote | null>(() => {
    if (this.isWanted() && ownMediaType() === null) return unable;
    const recording = this.store.recording();
    return recording && roomNote(recording);
  });

  constructor() {
    effect(() => {
      const sessionId = this.session.session()?.id ?? '';
      const isOffered = this.isOffered();
      untracked(() => {
        if (isOffered && sessionId !== '') this.store.open(sessionId);
      });
    });
  }

  ask(): void {
    void this.consents.say({ act: 'REQUEST', kinds: ['RECORDING'] });
  }
}
