/** The first pictures wait for what is still being loaded. */
const warmUp = 10;
const counted = 40;

/** Tells once when pictures take too long: not one of them, but most. */
export class Slowness {
  private seen = 0;
  private slow = 0;

  constructor(private readonly mostMs: number) {}

  /** True when this machine has shown itself to be too slow; judged anew after each so many pictures. */
  note(tookMs: number): boolean {
    this.seen += 1;
    if (this.seen <= warmUp) return false;
    if (tookMs > this.mostMs) this.slow += 1;
    if (this.seen < warmUp + counted) return false;
    const isSlow = this.slow > counted / 2;
    this.seen = warmUp;
    this.slow = 0;
    return isSlow;
  }
}
