import { Interrupted, LauncherError } from './launcher-error.mjs';

/**
 * @param {number} ms
 * @returns {Promise<void>}
 */
export function pause(ms) {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/**
 * Asks again and again until the answer is yes. Rejects when time is up, when `giveUp` does, or
 * when the person interrupts.
 * @param {() => boolean | Promise<boolean>} isReady
 * @param {object} options
 * @param {string} options.what what is waited for, as the subject of "was not ready in time"
 * @param {number} options.timeoutMs
 * @param {number} [options.everyMs]
 * @param {Promise<never> | undefined} [options.giveUp]
 * @param {AbortSignal | undefined} [options.signal]
 * @returns {Promise<void>}
 */
export async function waitUntil(isReady, { what, timeoutMs, everyMs = 50, giveUp, signal }) {
  const deadline = performance.now() + timeoutMs;
  const asLongAs = giveUp ? [giveUp] : [];
  for (;;) {
    if (signal?.aborted) throw new Interrupted();
    if (await Promise.race([isReady(), ...asLongAs])) return;
    if (performance.now() > deadline) {
      throw new LauncherError(`${what} was not ready within ${Math.round(timeoutMs / 1000)} s.`);
    }
    await Promise.race([pause(everyMs), ...asLongAs]);
  }
}
