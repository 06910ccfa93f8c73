import { Component, ElementRef, inject, input, output } from '@angular/core';
import { newId } from '../../platform/ids';
import { Icon } from '../../ui/icon/icon';
import type { AnnotationWords } from '../domain/annotation-log';
import { kinds } from '../domain/kind-words';

/** The words of an annotation, its kind, and who sees it. Ctrl or Command and Enter is done. */
@Component({
  selector: 'pl-annotation-fields',
  imports: [Icon],
  template: `
    <textarea
      #field
      rows="1"
      maxlength="4000"
      [attr.aria-label]="label()"
      [placeholder]="placeholder()"
      [value]="words().text"
      (input)="changed.emit({ text: field.value })"
      (keydown.control.enter)="finish($event)"
      (keydown.meta.enter)="finish($event)"
    ></textarea>
    <div class="options">
      <div class="kinds" role="radiogroup" aria-label="Kind">
        @for (one of kinds; track one.kind) {
          <label>
            <input
              type="radio"
              [name]="group"
              [checked]="words().kind === one.kind"
              (change)="changed.emit({ kind: one.kind })"
            />
            <span><pl-icon [name]="one.icon" /> {{ one.word }}</span>
          </label>
        }
      </div>
      <label class="private">
        <input
          #secret
          type="checkbox"
          [checked]="words().isPrivate"
          (change)="changed.emit({ isPrivate: secret.checked })"
        />
        Private
      </label>
    </div>
  `,
  styleUrl: './annotation-fields.css',
})
export class AnnotationFields {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  readonly words = input.required<AnnotationWords>();
  readonly label = input.required<string>();
  readonly placeholder = input('');
  readonly changed = output<Partial<AnnotationWords>>();
  readonly done = output();

  protected readonly kinds = kinds;
  protected readonly group = newId();

  focus(): void {
    this.host.querySelector('textarea')?.focus();
  }

  protected finish(event: Event): void {
    event.preventDefault();
    this.done.emit();
  }
}
