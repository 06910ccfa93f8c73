import { Service, computed, signal } from '@angular/core';

type Told = () => string | null;

/** Which session's countdown is told on every page now, so that nothing says the same beside it. */
@Service()
export class ToldSession {
  private readonly tellers = signal<readonly Told[]>([]);

  readonly sessionId = computed(
    () =>
      this.tellers()
        .map((told) => told())
        .find((id) => id !== null) ?? null,
  );

  /** Whoever tells says of which session, as long as they do; the answer takes it back. */
  watch(told: Told): () => void {
    this.tellers.update((tellers) => [...tellers, told]);
    return () => {
      this.tellers.update((tellers) => tellers.filter((one) => one !== told));
    };
  }
}
