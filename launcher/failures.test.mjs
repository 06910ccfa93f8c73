import assert from 'node:assert/strict';
import { test } from 'node:test';
import { failuresIn } from './failures.mjs';

/** @type {readonly [string, string, readonly string[]][]} */
const cases = [
  [
    'Karma',
    '...\nChrome Headless 150 (Linux) Room tells the time FAILED\n\tExpected 1 to be 2.\n\n' +
      '\u001b[1A\rExecuted 3 of 3 (1 FAILED) (0.4 secs / 0.3 secs)',
    [
      'Chrome Headless 150 (Linux) Room tells the time FAILED',
      '\tExpected 1 to be 2.',
      'Executed 3 of 3 (1 FAILED) (0.4 secs / 0.3 secs)',
    ],
  ],
  [
    'Jasmine',
    'F.\n\nFailures:\n1) the clock runs\n  Message:\n    Expected 1.\n2) it stops\n  Message:\n    No.',
    ['1) the clock runs', '  Message:', '    Expected 1.', '2) it stops', '  Message:', '    No.'],
  ],
  [
    "Node's",
    '✔ one\n✖ two (3ms)\nℹ fail 1\n✖ failing tests:\n✖ two (3ms)\n  AssertionError: not so',
    ['✖ two (3ms)', '  AssertionError: not so'],
  ],
  [
    'Playwright',
    '  ✓  1 a\n  1) e2e/specs/a.spec.ts:3:1 › meets \n    TimeoutError: no\n  1 failed',
    ['  1) e2e/specs/a.spec.ts:3:1 › meets ', '    TimeoutError: no', '  1 failed'],
  ],
  ['one without names', 'a\n\nb\nwarnings: 1', ['a', 'b', 'warnings: 1']],
];

for (const [name, output, expected] of cases) {
  test(`what failed is read from the output: ${name}`, () => {
    assert.deepEqual(failuresIn(output), expected);
  });
}
