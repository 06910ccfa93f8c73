import { Component, DestroyRef, inject, signal } from '@angular/core';
import { ConsentSign } from '../../consent/consent-sign';
import { GraphqlClient } from '../../platform/graphql-client';
import { SessionStore } from '../../session/session-store';
import { TranscriptStatusChangesDocument } from '../../transcript/transcript-operations';

/** The sign of what runs, with the name of what writes the words down, whether or not they are looked at. */
@Component({
  selector: 'pl-record-sign',
  imports: [ConsentSign],
  template: '<pl-consent-sign [engine]="engine()" />',
})
export class RecordSign {
  protected readonly engine = signal<string | null>(null);

  constructor() {
    const session = inject(SessionStore);
    const following = inject(GraphqlClient)
      .follow(TranscriptStatusChangesDocument, () => ({ sessionId: session.session()?.id ?? '' }))
      .subscribe({
        next: ({ transcriptStatusChanges: { engine } }) => {
          this.engine.set(engine);
        },
        // Where it cannot be followed at all, the panel says why.
        error: () => undefined,
      });
    inject(DestroyRef).onDestroy(() => {
      following.unsubscribe();
    });
  }
}
