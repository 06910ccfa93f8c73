import { Service, inject } from '@angular/core';
import { BrowserStorage } from '../platform/storage';

/** What somebody has begun to write, kept across closing the chat and a crash of the tab. */
@Service()
export class DraftStore {
  private readonly storage = inject(BrowserStorage);

  read(place: string): string {
    const kept = this.storage.read(keyOf(place));
    return typeof kept === 'string' ? kept : '';
  }

  write(place: string, text: string): void {
    if (place !== '') this.storage.write(keyOf(place), text === '' ? null : text);
  }
}

function keyOf(place: string): string {
  return `own.chat-draft.${place}`;
}
