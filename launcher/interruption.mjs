/**
 * The person's wish to end: the first Ctrl-C (or SIGTERM, or a closed terminal) asks, the second
 * forces.
 * @typedef {object} Interruption
 * @property {AbortSignal} signal
 * @property {Promise<void>} asked
 * @property {() => void} dispose
 */

const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);
/** One Ctrl-C arrives twice, from the terminal and from npm; a person is slower. */
const togetherMs = 400;

/**
 * @param {{ onFirst: () => void, onSecond: () => void }} listeners
 * @returns {Interruption}
 */
export function listenForInterruption({ onFirst, onSecond }) {
  const controller = new AbortController();
  /** @type {() => void} */
  let resolveAsked = () => undefined;
  /** @type {Promise<void>} */
  const asked = new Promise((resolve) => {
    resolveAsked = resolve;
  });
  let firstAt = 0;
  const listen = () => {
    if (!controller.signal.aborted) {
      firstAt = performance.now();
      onFirst();
      controller.abort();
      resolveAsked();
    } else if (performance.now() - firstAt > togetherMs) {
      onSecond();
    }
  };
  for (const signal of signals) process.on(signal, listen);
  return {
    signal: controller.signal,
    asked,
    dispose: () => {
      for (const signal of signals) process.off(signal, listen);
    },
  };
}
