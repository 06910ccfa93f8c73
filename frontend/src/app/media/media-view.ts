import { Directive, ElementRef, effect, inject, input } from '@angular/core';
import type { Playable } from './call';

/** Plays a picture or a sound in a `video` or `audio` element. */
@Directive({ selector: 'video[plPlay], audio[plPlay]' })
export class MediaView {
  private readonly element = inject<ElementRef<HTMLMediaElement>>(ElementRef).nativeElement;

  readonly plPlay = input.required<Playable | null>();

  constructor() {
    effect((onCleanup) => {
      const playable = this.plPlay();
      playable?.attach(this.element);
      onCleanup(() => {
        playable?.detach(this.element);
      });
    });
  }
}
