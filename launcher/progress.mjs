import { stripVTControlCharacters } from 'node:util';

/**
 * One line a step with the time that it took. A terminal shows a running clock; elsewhere a long
 * step says every ten seconds that it goes on.
 * @typedef {object} Progress
 * @property {(text: string) => void} line
 * @property {<T>(title: string, work: (report: (detail: string) => void) => Promise<T>) => Promise<T>} step
 */

const frames = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];

/**
 * @param {NodeJS.WriteStream} [stream]
 * @returns {Progress}
 */
export function createProgress(stream = process.stdout) {
  const isLive = stream.isTTY === true && process.env['TERM'] !== 'dumb';
  return {
    line: (text) => stream.write(`${text}\n`),
    step: async (title, work) => {
      const running = isLive ? liveLine(stream, title) : plainLines(stream, title);
      try {
        const result = await work(running.report);
        running.finish('✓');
        return result;
      } catch (error) {
        running.finish('✗');
        throw error;
      }
    },
  };
}

/**
 * @param {NodeJS.WriteStream} stream
 * @param {string} title
 */
function liveLine(stream, title) {
  const elapsed = stopwatch();
  let frame = 0;
  let detail = '';
  const draw = () => {
    frame = (frame + 1) % frames.length;
    const text = `  ${frames[frame]} ${title}  ${elapsed()}${detail === '' ? '' : `  ${detail}`}`;
    stream.write(`\r\u001b[K${text.slice(0, Math.max(20, (stream.columns ?? 80) - 1))}`);
  };
  const timer = setInterval(draw, 100);
  draw();
  return {
    report: (/** @type {string} */ text) => {
      detail = oneLine(text);
    },
    finish: (/** @type {string} */ mark) => {
      clearInterval(timer);
      stream.write(`\r\u001b[K${finishedLine(mark, title, elapsed())}\n`);
    },
  };
}

/**
 * @param {NodeJS.WriteStream} stream
 * @param {string} title
 */
function plainLines(stream, title) {
  const elapsed = stopwatch();
  let detail = '';
  const tell = () => {
    stream.write(`  … ${title}  ${elapsed()}${detail === '' ? '' : `  ${detail}`}\n`);
  };
  const first = setTimeout(tell, 1500);
  const timer = setInterval(tell, 10_000);
  return {
    report: (/** @type {string} */ text) => {
      detail = oneLine(text);
    },
    finish: (/** @type {string} */ mark) => {
      clearTimeout(first);
      clearInterval(timer);
      stream.write(`${finishedLine(mark, title, elapsed())}\n`);
    },
  };
}

/**
 * @param {string} mark
 * @param {string} title
 * @param {string} elapsed
 */
function finishedLine(mark, title, elapsed) {
  return `  ${mark} ${title.padEnd(52)} ${elapsed.padStart(8)}`;
}

function stopwatch() {
  const start = performance.now();
  return () => `${((performance.now() - start) / 1000).toFixed(1)} s`;
}

/** @param {string} text */
function oneLine(text) {
  return stripVTControlCharacters(text).replace(/\s+/g, ' ').trim().slice(0, 100);
}
