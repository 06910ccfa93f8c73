import {
  Component,
  DestroyRef,
  type ElementRef,
  afterNextRender,
  afterRenderEffect,
  inject,
  input,
  model,
  output,
  viewChild,
} from '@angular/core';
import { Button } from '../button/button';
import { Icon } from '../icon/icon';

const nearEndPx = 80;
const nearStartPx = 600;

/**
 * Lines of which new ones come at the end. It follows them while the reader is there; who has scrolled
 * back stays where they are, and is offered "Newest". Earlier lines are asked for when the reader comes
 * near the first one, and come without moving what is read.
 */
@Component({
  selector: 'pl-tail',
  imports: [Button, Icon],
  template: `
    <div
      #scroller
      class="scroller"
      tabindex="0"
      [attr.role]="role()"
      [attr.aria-label]="label()"
      [attr.data-earlier]="hasEarlier() || null"
      (scroll)="look()"
    >
      <div #content><ng-content /></div>
    </div>
    @if (!isAtEnd()) {
      <button plButton class="down" size="small" type="button" (click)="scrollToEnd()">
        <pl-icon name="chevron-down" /> Newest
      </button>
    }
  `,
  styleUrl: './tail.css',
})
export class Tail {
  private readonly scroller = viewChild.required<ElementRef<HTMLElement>>('scroller');
  private readonly content = viewChild.required<ElementRef<HTMLElement>>('content');
  private height = 0;
  private top = 0;
  /** How far the reader was from the end of all when earlier lines were asked for. */
  private fromEnd: number | null = null;

  readonly label = input.required<string>();
  /** `log` is read out by screen readers line by line, `region` is not. */
  readonly role = input<'log' | 'region'>('log');
  /** What is shown; another value means that there may be something new at the end. */
  readonly lines = input.required<unknown>();
  /** Whether the last of it is the reader's own, to which everybody goes. */
  readonly isOwnLast = input(false);
  /** Whether there are lines before the first one that is shown. */
  readonly hasEarlier = input(false);
  readonly isAtEnd = model(true);
  /** The reader comes near the first line, and there are earlier ones. */
  readonly nearStart = output();

  constructor() {
    // A banner or a phone's keyboard takes room away, or a line becomes longer; the end stays in sight.
    const resized = new ResizeObserver(() => {
      requestAnimationFrame(() => {
        if (this.isAtEnd()) this.scrollToEnd();
        this.height = this.scroller().nativeElement.clientHeight;
      });
    });
    afterNextRender(() => {
      resized.observe(this.scroller().nativeElement);
      resized.observe(this.content().nativeElement);
    });
    inject(DestroyRef).onDestroy(() => {
      resized.disconnect();
    });
    afterRenderEffect(() => {
      this.lines();
      if (this.fromEnd !== null) this.keepPlace(this.fromEnd);
      else if (this.isAtEnd() || this.isOwnLast()) this.scrollToEnd();
    });
  }

  scrollToEnd(): void {
    const element = this.scroller().nativeElement;
    element.scrollTop = element.scrollHeight;
    this.top = element.scrollTop;
  }

  protected look(): void {
    const { scrollTop, scrollHeight, clientHeight } = this.scroller().nativeElement;
    const hasGoneBack = scrollTop < this.top;
    this.top = scrollTop;
    // A new size moves the end away from the reader, and not the reader from the end.
    if (clientHeight !== this.height) return;
    const isNear = scrollHeight - scrollTop - clientHeight < nearEndPx;
    // So does a line that was painted for the first time and is longer than it was taken for.
    if (!isNear && !hasGoneBack && this.isAtEnd()) this.scrollToEnd();
    else this.isAtEnd.set(isNear);
    if (hasGoneBack && scrollTop < nearStartPx) this.askForEarlier();
  }

  private askForEarlier(): void {
    if (!this.hasEarlier() || this.isAtEnd() || this.fromEnd !== null) return;
    const element = this.scroller().nativeElement;
    this.fromEnd = element.scrollHeight - element.scrollTop;
    // Not every browser keeps the place by itself, and none does at the very start.
    element.style.overflowAnchor = 'none';
    this.nearStart.emit();
  }

  private keepPlace(fromEnd: number): void {
    const element = this.scroller().nativeElement;
    element.scrollTop = element.scrollHeight - fromEnd;
    this.top = element.scrollTop;
    this.fromEnd = null;
    requestAnimationFrame(() => {
      element.style.overflowAnchor = '';
    });
  }
}
