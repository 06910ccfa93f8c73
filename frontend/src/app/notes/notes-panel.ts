import { Component, computed, inject } from '@angular/core';
import { SessionStore } from '../session/session-store';
import { LinksStore } from './links-store';
import { NotesField } from './notes-field';
import { NotesStore } from './notes-store';
import { SessionLinks } from './session-links';

/** The viewer's own notes and the session's links, beside the video. */
@Component({
  selector: 'pl-notes-panel',
  imports: [NotesField, SessionLinks],
  template: `
    <pl-notes-field />
    <pl-session-links [canChange]="isMentor()" [emptyText]="emptyText()" />
  `,
  styles: `
    :host {
      display: grid;
      flex: 1;
      grid-template-columns: minmax(0, 1fr);
      align-content: start;
      gap: var(--space-5);
      min-block-size: 0;
      padding: var(--space-4);
      overflow-y: auto;
    }
  `,
})
export class NotesPanel {
  private readonly store = inject(SessionStore);

  protected readonly isMentor = computed(() => this.store.session()?.viewerRole === 'MENTOR');
  protected readonly emptyText = computed(() =>
    this.isMentor()
      ? 'What you share appears for your learner at once.'
      : `What ${this.store.other()?.person.displayName ?? 'your mentor'} shares appears here.`,
  );

  constructor() {
    const session = this.store.session();
    const self = this.store.self();
    if (!session || !self) return;
    inject(NotesStore).open(session.id, self.person.id);
    inject(LinksStore).open(session.id);
  }
}
