/**
 * Gathers the keys that are asked for in the same turn of the event loop into one query. It keeps
 * nothing: a subscription may live for hours and must see what has changed since.
 */
export class BatchLoader<Key, Value> {
  private gathering: Promise<ReadonlyMap<Key, Value>> | null = null;
  private keys = new Set<Key>();

  constructor(
    private readonly loadAll: (keys: readonly Key[]) => Promise<ReadonlyMap<Key, Value>>,
  ) {}

  async load(key: Key): Promise<Value | null> {
    this.keys.add(key);
    this.gathering ??= this.next();
    const values = await this.gathering;
    return values.get(key) ?? null;
  }

  private async next(): Promise<ReadonlyMap<Key, Value>> {
    await new Promise(setImmediate);
    const keys = [...this.keys];
    this.keys = new Set();
    this.gathering = null;
    return this.loadAll(keys);
  }
}
