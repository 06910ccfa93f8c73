/** What somebody sends has stood still for too long. */
export class Stalled extends Error {
  override readonly name = 'Stalled';
}

/** Passes an upload on; throws `Stalled` where nothing comes for so long. */
export async function* moving(
  content: AsyncIterable<Uint8Array>,
  silenceMs: number,
): AsyncGenerator<Uint8Array> {
  const pieces = content[Symbol.asyncIterator]();
  try {
    let next = await within(pieces.next(), silenceMs);
    while (next.done !== true) {
      yield next.value;
      next = await within(pieces.next(), silenceMs);
    }
  } finally {
    // It may wait for a piece that never comes, so nobody waits for its end.
    pieces.return?.().catch(() => undefined);
  }
}

async function within<T>(work: Promise<T>, ms: number): Promise<T> {
  const { promise: stalled, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    reject(new Stalled());
  }, ms);
  // What comes too late has been answered already.
  work.catch(() => undefined);
  try {
    return await Promise.race([work, stalled]);
  } finally {
    clearTimeout(timer);
  }
}
