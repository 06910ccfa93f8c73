import { Component, type ElementRef, output, signal, viewChild } from '@angular/core';
import { Button } from '../../ui/button/button';
import { Icon } from '../../ui/icon/icon';

/** Where a topic is added to the plan. */
@Component({
  selector: 'pl-new-topic',
  imports: [Button, Icon],
  template: `
    <form (submit)="add($event)">
      <input
        #field
        type="text"
        maxlength="200"
        aria-label="New topic"
        placeholder="Add a topic"
        [value]="title()"
        (input)="title.set(field.value)"
      />
      <button plButton size="small" type="submit" aria-label="Add topic">
        <pl-icon name="plus" />
      </button>
    </form>
  `,
  styles: `
    form {
      display: flex;
      align-items: center;
      gap: var(--space-2);
    }

    input {
      flex: 1;
      min-inline-size: 0;
      min-block-size: 2.5rem;
      padding: 0.4rem 0.8rem;
      border: 1px solid var(--color-field-line);
      border-radius: var(--radius-s);
      background: var(--color-field);
    }

    input::placeholder {
      color: var(--color-text-soft);
      opacity: 1;
    }

    button {
      flex: none;
      min-block-size: 2.5rem;
      padding-inline: 0.75rem;
    }
  `,
})
export class NewTopic {
  private readonly field = viewChild.required<ElementRef<HTMLInputElement>>('field');

  readonly added = output<string>();

  protected readonly title = signal('');

  protected add(event: Event): void {
    event.preventDefault();
    const title = this.title().trim();
    if (title === '') return;
    this.added.emit(title);
    this.title.set('');
    this.field().nativeElement.focus();
  }
}
