/**
 * @typedef {object} Counts
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 *
 * @typedef {object} Runner
 * @property {string} name
 * @property {string} script script of package.json
 * @property {(output: string, isGreen: boolean) => Counts} count
 * @property {number} timeoutMs
 */

const none = Object.freeze({ passed: 0, failed: 0, skipped: 0 });
const minute = 60_000;

/** Everything that `npm test` runs, in this order. @type {readonly Runner[]} */
export const runners = [
  { name: 'check', script: 'check', count: countAsOne, timeoutMs: 10 * minute },
  { name: 'unit', script: 'test:unit', count: countJasmine, timeoutMs: 10 * minute },
  { name: 'launcher', script: 'test:launcher', count: countNodeTest, timeoutMs: 10 * minute },
  { name: 'web', script: 'test:web', count: countKarma, timeoutMs: 15 * minute },
  { name: 'system', script: 'test:system', count: countJasmine, timeoutMs: 30 * minute },
  { name: 'faults', script: 'test:faults:short', count: countPlaywright, timeoutMs: 15 * minute },
  { name: 'e2e', script: 'e2e', count: countPlaywright, timeoutMs: 60 * minute },
];

/**
 * What a runner's output says. One that died, or ran nothing, has failed once, whatever it printed.
 * @param {Pick<Runner, 'count'>} runner
 * @param {string} output
 * @param {boolean} isGreen whether it ended by itself with exit code 0
 * @returns {Counts}
 */
export function countResults(runner, output, isGreen) {
  const counts = runner.count(withoutColours(output), isGreen);
  const ranNothing = counts.passed + counts.failed === 0;
  const diedSilently = !isGreen && counts.failed === 0;
  return ranNothing || diedSilently ? { ...counts, failed: counts.failed + 1 } : counts;
}

/**
 * @param {readonly Counts[]} all
 * @returns {Counts}
 */
export function addUp(all) {
  return all.reduce(
    (sum, counts) => ({
      passed: sum.passed + counts.passed,
      failed: sum.failed + counts.failed,
      skipped: sum.skipped + counts.skipped,
    }),
    none,
  );
}

/** @param {Counts} counts */
export function summaryLine({ passed, failed, skipped }) {
  const line = `${passed} passed, ${failed} failed`;
  return skipped === 0 ? line : `${line}, ${skipped} skipped`;
}

/**
 * @param {string} _output
 * @param {boolean} isGreen
 * @returns {Counts}
 */
export function countAsOne(_output, isGreen) {
  return isGreen ? { ...none, passed: 1 } : { ...none, failed: 1 };
}

/**
 * "12 specs, 1 failure, 2 pending specs"
 * @param {string} output
 * @returns {Counts}
 */
export function countJasmine(output) {
  const pattern = /^(\d+) specs?, (\d+) failures?(?:, (\d+) pending specs?)?/gm;
  return addUp(
    [...output.matchAll(pattern)].map(([, specs, failures, pending = '0']) => {
      const failed = Number(failures);
      const skipped = Number(pending);
      return { passed: Math.max(0, Number(specs) - failed - skipped), failed, skipped };
    }),
  );
}

/**
 * "Executed 11 of 13 (1 FAILED) (skipped 2) (0.4 secs / 0.3 secs)"; the last such line counts, and
 * what it did not get to has failed.
 * @param {string} output
 * @returns {Counts}
 */
export function countKarma(output) {
  const pattern = /Executed (\d+) of (\d+)((?: \([^)\n]*\))*)/g;
  const last = [...output.matchAll(pattern)].at(-1);
  if (!last) return none;
  const [, executed = '0', total = '0', rest = ''] = last;
  const failed = numberIn(rest, /\((\d+) FAILED\)/);
  const skipped = numberIn(rest, /\(skipped (\d+)\)/);
  const missing = Math.max(0, Number(total) - Number(executed) - skipped);
  return { passed: Number(executed) - failed, failed: failed + missing, skipped };
}

/**
 * "# pass 5" in TAP, "ℹ pass 5" for people.
 * @param {string} output
 * @returns {Counts}
 */
export function countNodeTest(output) {
  const total = (/** @type {string} */ word) =>
    numberIn(output, new RegExp(`^(?:#|ℹ) ${word} (\\d+)$`, 'm'));
  return {
    passed: total('pass'),
    failed: total('fail') + total('cancelled'),
    skipped: total('skipped') + total('todo'),
  };
}

/**
 * "  3 passed (12.1s)" and its like; a test that passed only when repeated has passed, one that
 * was not reached has failed.
 * @param {string} output
 * @returns {Counts}
 */
export function countPlaywright(output) {
  const total = (/** @type {string} */ word) =>
    numberIn(output, new RegExp(`^\\s+(\\d+) ${word}(?: \\(.*\\))?$`, 'm'));
  return {
    passed: total('passed') + total('flaky'),
    failed: total('failed') + total('interrupted') + total('did not run'),
    skipped: total('skipped'),
  };
}

/**
 * @param {string} text
 * @param {RegExp} pattern
 */
function numberIn(text, pattern) {
  return Number(pattern.exec(text)?.[1] ?? 0);
}

/** @param {string} text */
export function withoutColours(text) {
  // eslint-disable-next-line no-control-regex -- colours are control characters
  return text.replace(/\u001b\[[0-9;]*[A-Za-z]/g, '').replaceAll('\r', '\n');
}
