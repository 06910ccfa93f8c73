import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findMongo, startMongo } from './mongo.mjs';
import { scratchFolder } from './testing/scratch.mjs';

describe('findMongo', () => {
  it('says what is missing where there is no Java', async (test) => {
    const path = process.env['PATH'];
    process.env['PATH'] = scratchFolder(test);
    try {
      const found = await findMongo();
      assert.match('missing' in found ? found.missing : '', /Java/);
    } finally {
      process.env['PATH'] = path;
    }
  });
});

describe('startMongo', () => {
  it('says in one line why it could not start', async (test) => {
    const start = startMongo(
      { command: '/bin/false', classPath: 'none' },
      { runDir: scratchFolder(test) },
    );
    await assert.rejects(start, /MongoDB ended unexpectedly \(exit code 1\)/);
  });
});
