import { Component, DestroyRef, computed, inject, input } from '@angular/core';
import { Icon } from '../ui/icon/icon';
import { ChatStore } from './chat-store';
import type { SystemLine } from './domain/chat-lines';
import { MessageComposer } from './message-composer/message-composer';
import { MessageList } from './message-list/message-list';

/** The chat of a session. While it is on screen, what arrives counts as read. */
@Component({
  selector: 'pl-chat-panel',
  imports: [Icon, MessageComposer, MessageList],
  templateUrl: './chat-panel.html',
  styleUrl: './chat-panel.css',
})
export class ChatPanel {
  protected readonly store = inject(ChatStore);

  readonly systemLines = input<readonly SystemLine[]>([]);
  readonly isClosed = input(false);

  protected readonly lines = computed(() => this.store.linesWith(this.systemLines()));

  constructor() {
    this.store.setOpen(true);
    inject(DestroyRef).onDestroy(() => {
      this.store.setOpen(false);
    });
  }
}
