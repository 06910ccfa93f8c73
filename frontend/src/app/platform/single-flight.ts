/** Does its work once at a time; what is asked for meanwhile is done by one more turn. */
export class SingleFlight {
  private running: Promise<void> | null = null;
  private asked = 0;

  constructor(private readonly work: () => Promise<void>) {}

  async run(): Promise<void> {
    this.asked++;
    this.running ??= this.turns();
    await this.running;
  }

  private async turns(): Promise<void> {
    try {
      let served = 0;
      while (served !== this.asked) {
        served = this.asked;
        await this.work();
      }
    } finally {
      this.running = null;
    }
  }
}
