import { BreakpointObserver } from '@angular/cdk/layout';
import { DOCUMENT, DestroyRef, Service, computed, inject, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { fromEvent, merge } from 'rxjs';
import { MediaStore } from '../../media/media-store';
import { areControlsShown, hidesAfterMs } from '../domain/controls-hiding';

const phone = '(width < 60rem) and (pointer: coarse)';
const still = '(prefers-reduced-motion: reduce)';

/** On a phone the controls go out of the way, and come back with a tap, the focus or a key. */
@Service({ autoProvided: false })
export class ControlsHiding {
  private readonly document = inject(DOCUMENT);
  private readonly media = inject(MediaStore);
  private readonly isIdle = signal(false);
  private readonly hasFocus = signal(false);
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly screen = toSignal(inject(BreakpointObserver).observe([phone, still]), {
    requireSync: true,
  });

  readonly areShown = computed(() =>
    areControlsShown({
      isPhone: Boolean(this.screen().breakpoints[phone]),
      isStill: Boolean(this.screen().breakpoints[still]),
      hasFocus: this.hasFocus(),
      isCallOn: this.media.peer() !== null,
      idleMs: this.isIdle() ? hidesAfterMs : 0,
    }),
  );

  constructor() {
    const touching = merge(
      ...['pointerdown', 'keydown', 'focusin'].map((name) => fromEvent(this.document, name)),
    ).subscribe(() => {
      this.wake();
    });
    this.wake();
    inject(DestroyRef).onDestroy(() => {
      touching.unsubscribe();
      clearTimeout(this.timer);
    });
  }

  private wake(): void {
    clearTimeout(this.timer);
    this.isIdle.set(false);
    this.timer = setTimeout(() => {
      this.hasFocus.set(this.isFocusWithin());
      this.isIdle.set(true);
    }, hidesAfterMs);
  }

  /** Only a focus that is seen counts: the one that a tap leaves behind is no sign of life. */
  private isFocusWithin(): boolean {
    const focused = this.document.activeElement?.closest('pl-controls');
    return Boolean(focused?.querySelector(':focus-visible, [role=menu]'));
  }
}
