import { DestroyRef, Service, inject, signal } from '@angular/core';
import { Subscription } from 'rxjs';
import { GraphqlClient } from '../platform/graphql-client';
import { RecordingChangesDocument, type RecordingPartsFragment } from './recording-operations';

export type Recording = RecordingPartsFragment;

/** The recording of one session as the server tells it, live; provided by whatever shows it. */
@Service({ autoProvided: false })
export class RecordingStore {
  private readonly graphql = inject(GraphqlClient);
  private readonly told = signal<Recording | null>(null);
  private following = new Subscription();
  private sessionId = '';

  /** Null where there is none, and until the server has said so. */
  readonly recording = this.told.asReadonly();

  constructor() {
    inject(DestroyRef).onDestroy(() => {
      this.following.unsubscribe();
    });
  }

  open(sessionId: string): void {
    if (sessionId === this.sessionId) return;
    this.sessionId = sessionId;
    this.told.set(null);
    this.following.unsubscribe();
    this.following = this.graphql
      .follow(RecordingChangesDocument, () => ({ sessionId }))
      .subscribe({
        next: ({ recordingChanges }) => {
          this.told.set(recordingChanges);
        },
        // Whoever may not follow it sees no recording.
        error: () => undefined,
      });
  }
}
