import {
  Component,
  type ElementRef,
  computed,
  inject,
  input,
  linkedSignal,
  output,
  viewChild,
} from '@angular/core';
import { Button } from '../../ui/button/button';
import { Icon } from '../../ui/icon/icon';
import { AttachmentList } from '../attachments/attachment-list';
import { AttachmentTray } from '../attachments/attachment-tray';
import type { Written } from '../chat-store';
import { charactersLeft, lengthText } from '../domain/message-length';
import { DraftStore } from '../draft-store';

const mostRows = 6;

/**
 * Where a message is written. Enter sends, Shift and Enter begins a new line; pictures and files are
 * pasted, dropped on the chat, or chosen.
 */
@Component({
  selector: 'pl-message-composer',
  imports: [AttachmentList, Button, Icon],
  templateUrl: './message-composer.html',
  styleUrl: './message-composer.css',
})
export class MessageComposer {
  private readonly drafts = inject(DraftStore);
  private readonly field = viewChild.required<ElementRef<HTMLTextAreaElement>>('field');
  protected readonly tray = inject(AttachmentTray);

  /** Of which session, and whose, what is written is. */
  readonly sessionId = input('');
  readonly selfId = input('');
  readonly send = output<Written>();
  /** Each change, with what is there now. */
  readonly typed = output<string>();

  private readonly place = computed(() => `${this.sessionId()}.${this.selfId()}`);
  protected readonly text = linkedSignal(() => this.drafts.read(this.place()));
  private readonly left = computed(() => charactersLeft(this.text()));
  protected readonly lengthText = computed(() => lengthText(this.left()));
  protected readonly isTooLong = computed(() => this.left() < 0);
  /** For browsers that do not let a field grow by itself. */
  protected readonly rows = computed(() => Math.min(mostRows, this.text().split('\n').length));
  protected readonly canSend = computed(() => {
    const hasSomething = this.text().trim() !== '' || this.tray.hasAny();
    return hasSomething && !this.isTooLong() && !this.tray.isBusy();
  });

  /** Takes files that were dropped somewhere near. */
  attach(files: readonly File[]): void {
    this.tray.add(this.sessionId(), files);
    this.field().nativeElement.focus();
  }

  protected write(text: string): void {
    this.text.set(text);
    this.drafts.write(this.place(), text);
    this.typed.emit(text);
  }

  protected submit(event: Event): void {
    // Enter that ends the choice of a word in an input method is not meant for us.
    if (event instanceof KeyboardEvent && (event.isComposing || event.shiftKey)) return;
    event.preventDefault();
    if (!this.canSend()) return;
    this.send.emit({ text: this.text().trim(), files: this.tray.take() });
    this.write('');
    this.field().nativeElement.focus();
  }

  protected choose(field: HTMLInputElement): void {
    this.attach([...(field.files ?? [])]);
    // The same file can be chosen again.
    field.value = '';
  }

  /** Text is pasted as always; what is copied from a document often has a picture of itself beside it. */
  protected paste(event: ClipboardEvent): void {
    const data = event.clipboardData;
    const files = [...(data?.files ?? [])];
    if (files.length === 0 || data?.types.includes('text/plain') === true) return;
    event.preventDefault();
    this.attach(files);
  }
}
