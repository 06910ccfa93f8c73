import { createLogger } from '../../platform/logger.ts';
import { Outbox } from './outbox.ts';

describe('the outbox of finals', () => {
  const logger = createLogger('silent');
  let written: string[];
  let isAway: boolean;

  function open(): Outbox<string> {
    return new Outbox((items) => {
      if (isAway) return Promise.reject(new Error('away'));
      written.push(...items);
      return Promise.resolve();
    }, logger);
  }

  beforeEach(() => {
    jasmine.clock().install();
    written = [];
    isAway = false;
  });

  afterEach(() => {
    jasmine.clock().uninstall();
  });

  it('ROOM-8 writes at once and in order', async () => {
    await using outbox = open();
    for (const item of ['one', 'two', 'three']) outbox.put(item);
    await Promise.resolve();
    await outbox[Symbol.asyncDispose]();
    expect(written).toEqual(['one', 'two', 'three']);
  });

  it('FAIL-12 keeps what could not be written and writes it once, when it can', async () => {
    const outbox = open();
    isAway = true;
    outbox.put('one');
    outbox.put('two');
    await Promise.resolve();
    expect(written).toEqual([]);
    isAway = false;
    await outbox[Symbol.asyncDispose]();
    expect(written).toEqual(['one', 'two']);
  });

  it('FAIL-12 says what could not be written at the end', async () => {
    const outbox = open();
    isAway = true;
    outbox.put('one');
    await expectAsync(outbox[Symbol.asyncDispose]()).toBeRejected();
  });
});
