/** Counts those who have come and not said yet who they are, by the address that they come from. */
export class Doorstep {
  private readonly waiting = new Map<string, number>();

  constructor(private readonly most: number) {}

  /** Gives what to call when they are known or gone, or `null` where too many stand there. */
  enter(address: string): (() => void) | null {
    const before = this.waiting.get(address) ?? 0;
    if (before >= this.most) return null;
    this.waiting.set(address, before + 1);
    let isWaiting = true;
    return () => {
      if (!isWaiting) return;
      isWaiting = false;
      this.leave(address);
    };
  }

  private leave(address: string): void {
    const left = (this.waiting.get(address) ?? 0) - 1;
    if (left > 0) this.waiting.set(address, left);
    else this.waiting.delete(address);
  }
}
