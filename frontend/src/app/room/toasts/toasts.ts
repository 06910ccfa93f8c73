import { Component, computed, inject } from '@angular/core';
import { LiveRegion } from '../../ui/live-region/live-region';
import { RoomToasts } from './room-toasts';

/** The word that is told now, over the stage and never over the controls. */
@Component({
  selector: 'pl-toasts',
  imports: [LiveRegion],
  template: `
    @if (drawn(); as toast) {
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
  /** A raised hand stands over the picture for as long as it is up: here it is only said. */
  protected readonly drawn = computed(() => {
    const toast = this.shown();
    return toast?.about === 'hand' ? null : toast;
  });
  /** The time left is said by a region of its own, which does not wait. */
  protected readonly spoken = computed(() => {
    const toast = this.shown();
    if (!toast || toast.about === 'time') return '';
    return toast.tip === undefined ? toast.text : `${toast.text}. ${toast.tip}`;
  });
}
