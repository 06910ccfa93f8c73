import {
  Component,
  type ElementRef,
  afterNextRender,
  computed,
  inject,
  input,
  linkedSignal,
  output,
  viewChild,
} from '@angular/core';
import { BoardTools, type Writing } from '../board-tools';
import { boundsOf } from '../domain/geometry';
import { type Place, fontOf, laidOut, longestText, notePadding } from '../domain/shape';
import { lineHeight } from '../domain/text-lines';
import { toScreen } from '../domain/view';
import { measureText } from '../measure-text';
import { WhiteboardStore } from '../whiteboard-store';

const newNote = { w: 180, h: 120 } as const;
const newFont = 24;

/** Where a text is written, in its place on the board. */
@Component({
  selector: 'pl-board-editor',
  template: `
    <textarea
      #field
      class="field"
      rows="1"
      spellcheck="false"
      [attr.aria-label]="writing().kind === 'note' ? 'Note' : 'Text'"
      [attr.data-kind]="writing().kind"
      [maxLength]="longest"
      [value]="text()"
      [style.left.px]="box().x"
      [style.top.px]="box().y"
      [style.width.px]="box().w"
      [style.height.px]="box().h"
      [style.font-size.px]="box().font"
      [style.padding.px]="box().padding"
      [style.color]="colour()"
      (input)="text.set(field.value)"
      (blur)="finish()"
      (keydown)="key($event)"
    ></textarea>
  `,
  styleUrl: './board-editor.css',
})
export class BoardEditor {
  private readonly store = inject(WhiteboardStore);
  private readonly tools = inject(BoardTools);
  private readonly field = viewChild.required<ElementRef<HTMLTextAreaElement>>('field');

  readonly writing = input.required<Writing>();
  readonly done = output();

  protected readonly longest = longestText;
  private readonly shape = computed(() => {
    const found = this.store.shapes().find(({ id }) => id === this.writing().id);
    return found?.kind === 'text' || found?.kind === 'note' ? found : null;
  });
  private readonly place = computed<Place>(() => {
    const { kind, at } = this.writing();
    const shape = this.shape();
    if (shape) return shape.place;
    if (kind === 'text') return [at.x, at.y - newFont * 0.65, newFont, 0];
    return [at.x - newNote.w / 2, at.y - newNote.h / 2, newNote.w, newNote.h];
  });
  protected readonly text = linkedSignal(() => this.shape()?.text ?? '');
  /** As large on the screen as it will be on the board. */
  protected readonly box = computed(() => {
    const { kind } = this.writing();
    const place = this.place();
    const { zoom } = this.tools.view();
    const { x, y } = toScreen(this.tools.view(), { x: place[0], y: place[1] });
    const laid = laidOut(kind, place, this.text(), measureText);
    const common = { id: '', place, ink: 'ink', thickness: 'fine', z: 0, by: '' } as const;
    const bounds = boundsOf({ ...common, kind, ...laid });
    const font = fontOf(kind, place);
    // A caret needs room behind the last letter.
    const w = kind === 'note' ? bounds.w : bounds.w + font;
    const h = Math.max(bounds.h, font * lineHeight);
    const padding = kind === 'note' ? notePadding * zoom : 0;
    return { x, y, w: w * zoom, h: h * zoom, font: font * zoom, padding };
  });
  protected readonly colour = computed(() => {
    const ink = this.shape()?.ink ?? this.tools.ink();
    return `var(--board-${this.writing().kind === 'note' ? 'ink' : ink})`;
  });
  private isDone = false;

  constructor() {
    afterNextRender(() => {
      const { nativeElement } = this.field();
      nativeElement.focus({ preventScroll: true });
      nativeElement.select();
    });
  }

  protected key(event: KeyboardEvent): void {
    // Keys are letters here, and no commands of the board.
    event.stopPropagation();
    const isEnd = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
    if (event.key !== 'Escape' && !isEnd) return;
    event.preventDefault();
    this.finish();
    this.done.emit();
  }

  /** Keeps what was written; of an empty text nothing stays. */
  protected finish(): void {
    if (this.isDone) return;
    this.isDone = true;
    const text = this.text().replace(/\s+$/, '');
    const { id, kind } = this.writing();
    const shape = this.shape();
    this.tools.writing.set(null);
    if (shape?.text === text || (id !== null && !shape)) return;
    this.store.begin();
    if (id !== null) {
      if (text === '') this.store.remove([id]);
      else this.store.put(new Map([[id, { text }]]));
    } else if (text !== '') {
      const added = this.store.add({ kind, place: this.place(), ink: this.tools.ink(), text });
      this.tools.choose('select');
      this.tools.select([added]);
    }
  }
}
