import { Service, computed, inject, linkedSignal } from '@angular/core';
import { MediaStore } from '../media/media-store';
import { type Notice, connectionNotice } from '../platform/domain/connection-policy';
import { type Told, nextTold, nothingTold } from '../platform/domain/told-notice';
import { ServerClock } from '../platform/server-clock';
import { SocketHealth } from '../platform/socket-health';

/** What is told of the two ways to the other one: one thing at a time, and no longer or shorter than it helps. */
@Service({ autoProvided: false })
export class ConnectionNews {
  private readonly media = inject(MediaStore);
  private readonly socket = inject(SocketHealth);
  private readonly clock = inject(ServerClock);

  private readonly wanted = computed(() =>
    connectionNotice({
      call: this.media.connection(),
      failedMediaAttempts: this.media.failedAttempts(),
      isVideoServiceDown: this.media.problem() === 'no-media',
      isOnBackup: this.media.way() !== 'usual',
      failedSocketAttempts: this.socket.failedAttempts(),
    }),
  );
  private readonly told = linkedSignal<
    { readonly wanted: Notice | null; readonly now: number },
    Told
  >({
    source: () => ({ wanted: this.wanted(), now: this.clock.time() }),
    computation: ({ wanted, now }, before) => nextTold(before?.value ?? nothingTold, wanted, now),
  });

  readonly notice = computed(() => this.told().notice);

  /** Both ways are tried at once; the one that works is not disturbed. */
  retryNow(): void {
    this.media.retryNow();
    this.socket.retryNow();
  }
}
