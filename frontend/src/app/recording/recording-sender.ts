import { Component, Injector, effect, inject, signal } from '@angular/core';
import { ViewerStore } from '../account/viewer-store';
import { Icon } from '../ui/icon/icon';
import { UnsentRecordings } from './unsent-recordings';

/** On every page: what was recorded in this browser and is not at the server yet goes there. */
@Component({
  selector: 'pl-recording-sender',
  imports: [Icon],
  template: `
    <div role="status">
      @if (isSending()) {
        <p class="panel">
          <pl-icon name="hourglass" /> The recording is being sent. Keep this page open.
        </p>
      }
    </div>
  `,
  styles: `
    p {
      display: flex;
      align-items: center;
      gap: var(--space-2);
      margin: 0 var(--space-3) var(--space-3);
      padding: var(--space-2) var(--space-4);
      font-size: var(--text-sm);
    }
  `,
})
export class RecordingSender {
  private readonly injector = inject(Injector);
  private readonly viewers = inject(ViewerStore);
  private readonly unsent = inject(UnsentRecordings);
  private readonly sending = signal<() => boolean>(() => false);

  protected readonly isSending = () => this.sending()();

  constructor() {
    effect(() => {
      const viewerId = this.viewers.id();
      if (viewerId !== '' && this.unsent.areThere()) void this.send(viewerId);
    });
  }

  private async send(viewerId: string): Promise<void> {
    try {
      const { RecordingDelivery } = await import('./delivery/recording-delivery');
      const delivery = this.injector.get(RecordingDelivery);
      this.sending.set(delivery.isSending);
      await delivery.send(viewerId);
    } catch {
      // What could not be loaded now is loaded with the next page.
    }
  }
}
