import { Component, computed, inject, input, output } from '@angular/core';
import { ViewerStore } from '../../account/viewer-store';
import { timeText } from '../../session/session-words';
import { Button } from '../../ui/button/button';
import { Icon } from '../../ui/icon/icon';
import type { ChatFile } from '../domain/chat-file';
import type { MessageLine } from '../domain/chat-lines';
import { RichText } from '../rich-text/rich-text';
import { MessageFile } from './message-file';

/** One message, which is drawn again when something of it has changed, and not when others come. */
@Component({
  selector: 'li[plMessageRow]',
  imports: [Button, Icon, MessageFile, RichText],
  templateUrl: './message-row.html',
  styleUrl: './message-row.css',
  host: {
    '[attr.data-own]': 'line().isOwn || null',
    '[attr.data-state]': 'line().delivery',
  },
})
export class MessageRow {
  private readonly viewers = inject(ViewerStore);

  readonly line = input.required<MessageLine>({ alias: 'plMessageRow' });
  readonly retry = output<string>();
  readonly discard = output<string>();
  readonly enlarge = output<ChatFile>();

  protected readonly time = computed(() => timeText(this.line().at, this.viewers.writing()));
}
