import { Component, computed, input, linkedSignal, output, signal } from '@angular/core';
import { Icon } from '../../ui/icon/icon';
import { Tail } from '../../ui/tail/tail';
import type { ChatFile } from '../domain/chat-file';
import type { ChatLine } from '../domain/chat-lines';
import { type Reading, earlierStart, windowStart } from '../domain/chat-window';
import { PictureViewer } from '../picture-viewer/picture-viewer';
import { MessageRow } from './message-row';

/** The messages, as of their newest. Of a long chat only a part is on the page, so that it costs no more. */
@Component({
  selector: 'pl-message-list',
  imports: [Icon, MessageRow, PictureViewer, Tail],
  templateUrl: './message-list.html',
  styleUrl: './message-list.css',
})
export class MessageList {
  readonly lines = input.required<readonly ChatLine[]>();
  /** Whether the chat is there after the session. */
  readonly isKept = input(true);
  readonly retry = output<string>();
  readonly discard = output<string>();

  protected readonly enlarged = signal<ChatFile | null>(null);
  protected readonly isAtEnd = signal(true);
  protected readonly start = linkedSignal<Reading, number>({
    source: () => ({ lines: this.lines(), isAtEnd: this.isAtEnd() }),
    computation: windowStart,
  });
  protected readonly drawn = computed(() => this.lines().slice(this.start()));
  protected readonly isEmpty = computed(() => this.lines().length === 0);
  protected readonly isOwnLast = computed(() => {
    const last = this.lines().at(-1);
    return last?.kind === 'message' && last.delivery === 'sending';
  });

  protected drawEarlier(): void {
    this.start.update(earlierStart);
  }
}
