import { Component, input, output } from '@angular/core';
import { Icon } from '../../ui/icon/icon';
import { sizeText } from '../domain/chat-file';
import type { Attachment } from './attachment-tray';

/** What is to go with the next message, with how far it has come. */
@Component({
  selector: 'pl-attachment-list',
  imports: [Icon],
  templateUrl: './attachment-list.html',
  styleUrl: './attachment-list.css',
})
export class AttachmentList {
  readonly attachments = input.required<readonly Attachment[]>();
  readonly remove = output<string>();
  readonly retry = output<string>();

  protected readonly sizeText = sizeText;

  protected percent({ progress }: Attachment): number {
    return Math.round(progress * 100);
  }
}
