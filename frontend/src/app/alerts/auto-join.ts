import { Service, signal } from '@angular/core';

/** At which session's door this page waits, and whether its time has come. */
export interface Waiting {
  readonly sessionId: string;
  readonly isDue: boolean;
}

/** Between what watches the time and the door that lets in. */
@Service()
export class AutoJoin {
  private readonly door = signal<Waiting | null>(null);
  readonly waiting = this.door.asReadonly();

  wait(sessionId: string): void {
    this.door.set({ sessionId, isDue: false });
  }

  /** It is time: the door lets in as soon as the devices are ready. */
  callIn(): void {
    this.door.update((waiting) => waiting && { ...waiting, isDue: true });
  }

  /** Entered, or given up. */
  end(): void {
    this.door.set(null);
  }
}
