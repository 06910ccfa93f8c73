import { Component, computed, inject, input } from '@angular/core';
import { Button } from '../ui/button/button';
import { Icon } from '../ui/icon/icon';
import { LiveRegion } from '../ui/live-region/live-region';
import { type NotesState, NotesStore } from './notes-store';

const words: Readonly<Record<NotesState, string>> = {
  loading: 'Loading…',
  saved: 'Saved',
  saving: 'Saving…',
  unsaved: 'Not saved yet',
};

/** The viewer's own notes, which save themselves. */
@Component({
  selector: 'pl-notes-field',
  imports: [Button, Icon, LiveRegion],
  templateUrl: './notes-field.html',
  styleUrl: './notes-field.css',
})
export class NotesField {
  protected readonly store = inject(NotesStore);

  readonly rows = input(8);

  protected readonly longest = 50_000;
  protected readonly stateText = computed(() => {
    const state = this.store.state();
    return state === 'saved' && this.store.text() === '' ? '' : words[state];
  });
  /** Only what does not go by itself is said aloud. */
  protected readonly news = computed(() =>
    this.store.state() === 'unsaved' ? 'Your notes are not saved yet.' : '',
  );
}
