import { withoutColours } from './runners.mjs';

/** How each runner begins to speak of a test that failed: Karma; Jasmine; Node's; Playwright. */
const beginnings = [
  /^(?!Executed).* FAILED$/,
  /^\d+\) \S/,
  /^\s*✖ (?!failing tests)/,
  /^ {2}\d+\) \S/,
];
const linesEach = 6;
const linesAtEnd = 15;

/**
 * What a runner that is not green said of each failure: its name and the lines after it, so that it
 * can be read at the end of everything. Where no failure has a name, its last lines.
 * @param {string} output
 * @returns {readonly string[]}
 */
export function failuresIn(output) {
  const lines = withoutColours(output)
    .split('\n')
    .filter((line) => line.trim() !== '');
  // Node's names a failure when it happens, and again at the end with what went wrong.
  const found = lines.flatMap((line, index) =>
    isBeginning(line) && lines.lastIndexOf(line) === index ? [line, ...after(lines, index)] : [],
  );
  return found.length > 0 ? found : lines.slice(-linesAtEnd);
}

/** @param {string} line */
function isBeginning(line) {
  return beginnings.some((beginning) => beginning.test(line));
}

/**
 * @param {readonly string[]} lines
 * @param {number} index
 */
function after(lines, index) {
  const details = lines.slice(index + 1, index + linesEach);
  const next = details.findIndex(isBeginning);
  return next === -1 ? details : details.slice(0, next);
}
