import { Component, computed, inject } from '@angular/core';
import { SessionStore } from '../session/session-store';
import { TranscriptCopy } from '../transcript/transcript-copy';
import { TranscriptList } from '../transcript/transcript-list';
import { TranscriptStore } from '../transcript/transcript-store';
import { Button } from '../ui/button/button';
import { Icon } from '../ui/icon/icon';

/** What was said in a session that is over, to read and to save. */
@Component({
  selector: 'pl-transcript-record',
  imports: [Button, Icon, TranscriptList],
  template: `
    <p class="files">
      <a plButton size="small" download [href]="file() + '.txt'">
        <pl-icon name="download" /> Save as text
      </a>
      <a plButton size="small" download [href]="file() + '.vtt'">
        <pl-icon name="download" /> Save as WebVTT
      </a>
      <button plButton size="small" type="button" (click)="copy.all(store.lines())">
        <pl-icon [name]="isCopied() ? 'check' : 'copy'" /> Copy everything
      </button>
    </p>
    @if (store.lines().length > 0) {
      <div class="lines" role="region" aria-label="Transcript" tabindex="0">
        <pl-transcript-list [lines]="store.lines()" (copied)="copy.line($event)" />
      </div>
    } @else if (store.fault()) {
      <p class="soft" role="alert">The transcript cannot be loaded now. Reload the page.</p>
    } @else {
      <p class="soft">Loading…</p>
    }
  `,
  styleUrl: './transcript-record.css',
  providers: [TranscriptCopy, TranscriptStore],
})
export class TranscriptRecord {
  private readonly session = inject(SessionStore);
  protected readonly copy = inject(TranscriptCopy);
  protected readonly store = inject(TranscriptStore);

  protected readonly file = computed(
    () => `/session/${this.session.session()?.id ?? ''}/transcript`,
  );
  protected readonly isCopied = computed(() => this.copy.done() !== '');

  constructor() {
    const sessionId = this.session.session()?.id;
    if (sessionId) this.store.load(sessionId);
  }
}
