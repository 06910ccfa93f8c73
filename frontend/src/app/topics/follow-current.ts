import {
  Directive,
  ElementRef,
  Injector,
  afterNextRender,
  effect,
  inject,
  input,
  signal,
  untracked,
} from '@angular/core';

/** So near to the edge it still counts as in sight. */
const slackPx = 8;

/**
 * A scrolling list that goes along with its current item. Whoever has scrolled away from it reads
 * elsewhere, and is not disturbed.
 */
@Directive({
  selector: '[plFollowCurrent]',
  exportAs: 'plFollowCurrent',
  host: { '(scroll)': 'look()', '(scrollend)': 'rest()' },
})
export class FollowCurrent {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly injector = inject(Injector);

  /** Which item is the current one. */
  readonly plFollowCurrent = input.required<string | null>();

  /** Whether it is on its way to the current item, so that what is in sight says nothing yet. */
  private isGoing = false;
  private readonly away = signal(false);
  /** Whether the current item is out of sight because the reader has scrolled. */
  readonly isAway = this.away.asReadonly();

  constructor() {
    let known: string | null | undefined;
    effect(() => {
      const id = this.plFollowCurrent();
      untracked(() => {
        if (id !== null && id !== known && (known === undefined || !this.away())) this.goThere();
        known = id;
      });
    });
  }

  /** Shows the current item. */
  goThere(): void {
    afterNextRender(
      {
        read: () => {
          this.away.set(false);
          this.isGoing = true;
          this.current()?.scrollIntoView({ block: 'nearest' });
        },
      },
      { injector: this.injector },
    );
  }

  protected rest(): void {
    this.isGoing = false;
    this.look();
  }

  protected look(): void {
    if (this.isGoing) return;
    const item = this.current()?.getBoundingClientRect();
    if (!item) return;
    const frame = this.host.getBoundingClientRect();
    this.away.set(item.bottom < frame.top + slackPx || item.top > frame.bottom - slackPx);
  }

  private current(): Element | null {
    return this.host.querySelector('[aria-current]');
  }
}
