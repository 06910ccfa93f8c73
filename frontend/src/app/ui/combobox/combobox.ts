import {
  Component,
  type ElementRef,
  Injector,
  afterNextRender,
  computed,
  inject,
  input,
  linkedSignal,
  model,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { newId } from '../../platform/ids';

export interface Choice {
  readonly id: string;
  readonly name: string;
}

/** A field to type in that shows the choices that fit. Arrows move, Enter takes, Escape closes. */
@Component({
  selector: 'pl-combobox',
  template: `
    <label [for]="id">{{ label() }}</label>
    <input
      #field
      type="text"
      role="combobox"
      autocomplete="off"
      aria-autocomplete="list"
      [id]="id"
      [placeholder]="placeholder()"
      [attr.aria-expanded]="isOpen()"
      [attr.aria-controls]="id + '-list'"
      [attr.aria-activedescendant]="isOpen() && fitting().length > 0 ? optionId(active()) : null"
      [attr.aria-invalid]="isInvalid() || null"
      [attr.aria-describedby]="describedBy()"
      [value]="text()"
      (input)="search(field.value)"
      (focus)="field.select()"
      (click)="open()"
      (keydown)="press($event)"
      (blur)="leave()"
    />
    <ul #list role="listbox" [id]="id + '-list'" [attr.aria-label]="label()" [hidden]="!isOpen()">
      @for (choice of fitting(); track choice.id) {
        <!-- The keyboard is dealt with at the field, where the focus stays. -->
        <!-- eslint-disable-next-line @angular-eslint/template/click-events-have-key-events, @angular-eslint/template/interactive-supports-focus -->
        <li
          role="option"
          [id]="optionId($index)"
          [attr.aria-selected]="$index === active()"
          (mousedown)="$event.preventDefault()"
          (click)="take(choice)"
        >
          {{ choice.name }}
        </li>
      } @empty {
        <li role="option" aria-disabled="true" aria-selected="false">{{ noneText() }}</li>
      }
    </ul>
  `,
  styleUrl: './combobox.css',
  host: { class: 'field' },
})
export class Combobox {
  private readonly field = viewChild.required<ElementRef<HTMLInputElement>>('field');
  private readonly list = viewChild.required<ElementRef<HTMLElement>>('list');
  private readonly injector = inject(Injector);

  readonly label = input.required<string>();
  readonly choices = input.required<readonly Choice[]>();
  readonly placeholder = input('');
  readonly noneText = input('Nothing found');
  readonly isInvalid = input(false);
  readonly describedBy = input<string | null>(null);
  /** A choice that was made is changed, and not taken back. */
  readonly isRequired = input(false);
  /** The choice that was made, by its id; empty for none. */
  readonly chosenId = model('');

  /** What was typed, for whoever knows of more choices than were given at first. */
  readonly searched = output<string>();

  protected readonly id = newId();
  protected readonly isOpen = signal(false);
  private readonly chosenName = computed(
    () => this.choices().find(({ id }) => id === this.chosenId())?.name ?? '',
  );
  protected readonly text = linkedSignal(() => this.chosenName());
  protected readonly fitting = computed(() => {
    const wanted = this.text().trim().toLowerCase();
    const isChosen = this.text() === this.chosenName();
    return this.choices().filter(
      ({ name }) => isChosen || wanted === '' || name.toLowerCase().includes(wanted),
    );
  });
  protected readonly active = linkedSignal(() => {
    const fitting = this.fitting();
    return Math.max(
      0,
      fitting.findIndex(({ id }) => id === this.chosenId()),
    );
  });

  focus(): void {
    this.field().nativeElement.focus();
  }

  protected optionId(index: number): string {
    return `${this.id}-${String(index)}`;
  }

  protected search(text: string): void {
    this.text.set(text);
    this.isOpen.set(true);
    this.searched.emit(text.trim());
  }

  protected take({ id, name }: Choice): void {
    this.chosenId.set(id);
    this.text.set(name);
    this.isOpen.set(false);
  }

  protected press(event: KeyboardEvent): void {
    const count = this.fitting().length;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      this.step(event.key === 'ArrowDown' ? 1 : -1, count);
    } else if (event.key === 'Enter' && this.isOpen()) {
      event.preventDefault();
      const choice = this.fitting()[this.active()];
      if (choice) this.take(choice);
    } else if (event.key === 'Escape' && this.isOpen()) {
      event.preventDefault();
      this.isOpen.set(false);
    }
  }

  /** What was typed and is no choice is not kept; what is exactly one, is taken. */
  protected leave(): void {
    this.isOpen.set(false);
    const typed = this.text().trim().toLowerCase();
    const exact = this.choices().find(({ name }) => name.toLowerCase() === typed);
    if (exact?.id === this.chosenId()) this.text.set(this.chosenName());
    else if (exact) this.take(exact);
    else if (typed === '' && !this.isRequired()) this.chosenId.set('');
    else this.text.set(this.chosenName());
  }

  protected open(): void {
    this.isOpen.set(true);
    this.showActive();
  }

  private step(by: 1 | -1, count: number): void {
    if (this.isOpen() && count > 0) this.active.update((index) => (index + by + count) % count);
    this.open();
  }

  /** A long list scrolls to where the keyboard is. */
  private showActive(): void {
    const read = () => {
      const list = this.list().nativeElement;
      list.scrollIntoView({ block: 'nearest' });
      const option = list.querySelector<HTMLElement>('[aria-selected=true]');
      if (!option) return;
      const end = option.offsetTop + option.offsetHeight;
      if (end > list.scrollTop + list.clientHeight) list.scrollTop = end - list.clientHeight;
      if (option.offsetTop < list.scrollTop) list.scrollTop = option.offsetTop;
    };
    afterNextRender({ read }, { injector: this.injector });
  }
}
