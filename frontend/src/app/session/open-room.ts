import { Service, computed, effect, inject, signal } from '@angular/core';
import { TabLocks } from '../platform/tab-locks';

/** Held by a tab that is in a room. */
export const roomLock = 'room';

type Room = () => string | null;

/** In the room of which session this page is, for what must not disturb there. */
@Service()
export class OpenRoom {
  private readonly rooms = signal<readonly Room[]>([]);

  readonly sessionId = computed(
    () =>
      this.rooms()
        .map((room) => room())
        .find((id) => id !== null) ?? null,
  );

  constructor() {
    const locks = inject(TabLocks);
    effect((onCleanup) => {
      if (this.sessionId() === null) return;
      const taking = locks.take(roomLock);
      onCleanup(() => {
        void taking.then((letGo) => letGo?.());
      });
    });
  }

  /** A page says in which room it is, as long as it is shown; the answer takes it back. */
  watch(room: Room): () => void {
    this.rooms.update((rooms) => [...rooms, room]);
    return () => {
      this.rooms.update((rooms) => rooms.filter((one) => one !== room));
    };
  }
}
