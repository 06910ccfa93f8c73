import { readdirSync } from 'node:fs';

/** The program as it is, which says when it is asked how much it holds on to. Linux names handles. */
process.on('message', () => {
  globalThis.gc?.();
  const handles = readdirSync('/proc/self/fd').length;
  process.send?.({ heap: process.memoryUsage().heapUsed, handles });
});
process.on('disconnect', () => process.exit());

// It runs until a signal comes, and so does its import.
await import('../src/main.ts');
