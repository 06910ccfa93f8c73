import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { addUp, countAsOne, countJasmine, countKarma, countNodeTest } from './runners.mjs';
import { countPlaywright, countResults, summaryLine } from './runners.mjs';

/** @type {[string, import('./runners.mjs').Runner['count'], string, number, number, number][]} */
const outputs = [
  ['jasmine, green', countJasmine, 'Started\n...\n\n3 specs, 0 failures\n', 3, 0, 0],
  ['jasmine, one of all', countJasmine, '9 specs, 2 failures, 1 pending spec\n', 6, 2, 1],
  ['jasmine, single', countJasmine, '1 spec, 1 failure\n', 0, 1, 0],
  [
    'karma, growing',
    countKarma,
    'Chrome: Executed 1 of 3 SUCCESS (0 secs)\nChrome: Executed 3 of 3 SUCCESS (0.1 secs)\n',
    3,
    0,
    0,
  ],
  [
    'karma, mixed',
    countKarma,
    'Chrome: Executed 4 of 5 (1 FAILED) (skipped 1) (0.1 secs)\n',
    3,
    1,
    1,
  ],
  ['karma, broken off', countKarma, 'Chrome: Executed 2 of 5 DISCONNECTED (9 secs)\n', 2, 3, 0],
  [
    'node, TAP',
    countNodeTest,
    '# tests 4\n# pass 2\n# fail 1\n# cancelled 0\n# skipped 1\n',
    2,
    1,
    1,
  ],
  ['node, for people', countNodeTest, 'ℹ tests 3\nℹ pass 2\nℹ fail 0\nℹ cancelled 1\n', 2, 1, 0],
  [
    'playwright',
    countPlaywright,
    '  1 failed\n    [chromium] › a.spec.ts:3:1 › 2 passed \n  1 flaky\n  2 skipped\n  5 passed (1.2m)\n',
    6,
    1,
    2,
  ],
  [
    'playwright, broken off',
    countPlaywright,
    '  1 failed\n  3 did not run\n  2 passed (4s)\n',
    2,
    4,
    0,
  ],
];

describe('countResults', () => {
  for (const [name, count, output, passed, failed, skipped] of outputs) {
    it(`reads ${name}`, () => {
      assert.deepEqual(countResults({ count }, output, failed === 0), { passed, failed, skipped });
    });
  }

  it('reads through colours', () => {
    const output = '\u001b[32m3 specs, 0 failures\u001b[0m\n';
    assert.equal(countResults({ count: countJasmine }, output, true).passed, 3);
  });

  it('counts a runner that died without a word as one failure', () => {
    const counts = countResults({ count: countJasmine }, '3 specs, 0 failures\n', false);
    assert.deepEqual(counts, { passed: 3, failed: 1, skipped: 0 });
  });

  it('counts a runner that ran nothing as one failure', () => {
    const counts = countResults({ count: countNodeTest }, '# pass 0\n# fail 0\n', true);
    assert.deepEqual(counts, { passed: 0, failed: 1, skipped: 0 });
  });

  it('counts a check as one', () => {
    assert.equal(countResults({ count: countAsOne }, 'lint\n', true).passed, 1);
    assert.equal(countResults({ count: countAsOne }, 'lint\n', false).failed, 1);
  });
});

describe('summaryLine', () => {
  it('adds up', () => {
    const total = addUp([
      { passed: 2, failed: 0, skipped: 0 },
      { passed: 3, failed: 1, skipped: 0 },
    ]);
    assert.equal(summaryLine(total), '5 passed, 1 failed');
  });

  it('names what was skipped', () => {
    assert.equal(
      summaryLine({ passed: 1, failed: 0, skipped: 2 }),
      '1 passed, 0 failed, 2 skipped',
    );
  });
});
