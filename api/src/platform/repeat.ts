/** Work of which one run serves every call; a call during a run makes one more after it. */
export class Repeat {
  private running: Promise<void> | null = null;
  private next: Promise<void> | null = null;

  constructor(private readonly work: () => Promise<void>) {}

  /** Resolves after a run that began no earlier than the call. */
  run(): Promise<void> {
    if (this.running) {
      this.next ??= this.after(this.running);
      return this.next;
    }
    this.running = this.work().finally(() => {
      this.running = null;
    });
    return this.running;
  }

  private async after(running: Promise<void>): Promise<void> {
    // Whoever called for it hears of its failure.
    await running.catch(() => undefined);
    this.next = null;
    await this.run();
  }
}
