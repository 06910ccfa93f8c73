import { Component, computed, inject, input, output, signal } from '@angular/core';
import { ViewerStore } from '../../account/viewer-store';
import { timeText } from '../../session/session-words';
import { Button } from '../../ui/button/button';
import { Icon } from '../../ui/icon/icon';
import { Tail } from '../../ui/tail/tail';
import type { ChatFile } from '../domain/chat-file';
import type { ChatLine } from '../domain/chat-lines';
import { PictureViewer } from '../picture-viewer/picture-viewer';
import { RichText } from '../rich-text/rich-text';
import { MessageFile } from './message-file';

/** The messages, as of their newest. */
@Component({
  selector: 'pl-message-list',
  imports: [Button, Icon, MessageFile, PictureViewer, RichText, Tail],
  templateUrl: './message-list.html',
  styleUrl: './message-list.css',
})
export class MessageList {
  private readonly viewers = inject(ViewerStore);

  readonly lines = input.required<readonly ChatLine[]>();
  /** Whether the chat is there after the session. */
  readonly isKept = input(true);
  readonly retry = output<string>();
  readonly discard = output<string>();

  protected readonly enlarged = signal<ChatFile | null>(null);
  protected readonly isEmpty = computed(() => this.lines().length === 0);
  protected readonly isOwnLast = computed(() => {
    const last = this.lines().at(-1);
    return last?.kind === 'message' && last.delivery === 'sending';
  });

  protected time(at: number): string {
    return timeText(at, this.viewers.writing());
  }
}
