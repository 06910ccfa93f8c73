import { Component, computed, inject } from '@angular/core';
import { LiveRegion } from '../../ui/live-region/live-region';
import { RoomToasts } from './room-toasts';

/** The word that is told now, over the stage and never over the controls. */
@Component({
  selector: 'pl-toasts',
  imports: [LiveRegion],
  template: `
    @if (shown(); as toast) {
      <p aria-hidden="true" [attr.data-tone]="toast.tone">
        <strong>{{ toast.text }}</strong>
        @if (toast.tip; as tip) {
          <span>{{ tip }}</span>
        }
      </p>
    }
    <pl-live-region [message]="spoken()" />
  `,
  styleUrl: './toasts.css',
})
export class Toasts {
  protected readonly shown = inject(RoomToasts).shown;
  /** The time left is said by a region of its own, which does not wait. */
  protected readonly spoken = computed(() => {
    const toast = this.shown();
    if (!toast || toast.about === 'time') return '';
    return toast.tip === undefined ? toast.text : `${toast.text}. ${toast.tip}`;
  });
}
