import { Component, computed, input, signal } from '@angular/core';
import type { SharedScreen as Shared } from '../../media/call';
import { MediaView } from '../../media/media-view';
import { Icon } from '../../ui/icon/icon';

/** A screen that is shared: whole, or larger than the stage to read small letters. */
@Component({
  selector: 'pl-shared-screen',
  imports: [Icon, MediaView],
  templateUrl: './shared-screen.html',
  styleUrl: './shared-screen.css',
})
export class SharedScreen {
  readonly screen = input.required<Shared>();
  /** Whose it is; empty for one's own. */
  readonly ownerName = input('');

  protected readonly isLarge = signal(false);
  protected readonly label = computed(() =>
    this.ownerName() ? `Screen of ${this.ownerName()}` : 'Your screen',
  );

  protected resize(): void {
    this.isLarge.update((isLarge) => !isLarge);
  }
}
