import { Component, type ElementRef, computed, output, signal, viewChild } from '@angular/core';
import { Button } from '../../ui/button/button';
import { Icon } from '../../ui/icon/icon';

const mostCharacters = 4000;

/** Where a message is written. Enter sends, Shift and Enter begins a new line. */
@Component({
  selector: 'pl-message-composer',
  imports: [Button, Icon],
  template: `
    <form (submit)="submit($event)">
      <textarea
        #field
        rows="1"
        aria-label="Message"
        placeholder="Write a message"
        [attr.maxlength]="mostCharacters"
        [value]="text()"
        (input)="text.set(field.value)"
        (keydown.enter)="submit($event)"
      ></textarea>
      <button plButton look="primary" type="submit" aria-label="Send" [disabled]="!canSend()">
        <pl-icon name="send" />
      </button>
    </form>
  `,
  styleUrl: './message-composer.css',
})
export class MessageComposer {
  private readonly field = viewChild.required<ElementRef<HTMLTextAreaElement>>('field');

  readonly send = output<string>();

  protected readonly mostCharacters = mostCharacters;
  protected readonly text = signal('');
  protected readonly canSend = computed(() => this.text().trim() !== '');

  protected submit(event: Event): void {
    // Enter that ends the choice of a word in an input method is not meant for us.
    if (event instanceof KeyboardEvent && event.isComposing) return;
    event.preventDefault();
    if (!this.canSend()) return;
    this.send.emit(this.text().trim());
    this.text.set('');
    this.field().nativeElement.focus();
  }
}
