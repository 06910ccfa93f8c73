import { createLogger } from './logger.ts';
import { RareLog } from './rare-log.ts';

describe('RareLog', () => {
  it('FAIL-13 says the same only once in ten seconds', () => {
    const lines: string[] = [];
    let now = 0;
    const logger = createLogger('warn', { write: (line) => lines.push(line) });
    const log = new RareLog(logger, { now: () => now });
    log.warn(new Error('gone'), 'no connection');
    now = 9999;
    log.warn(new Error('gone'), 'no connection');
    log.warn(new Error('gone'), 'something else');
    expect(lines).toHaveSize(2);
    now = 10_000;
    log.warn(new Error('gone'), 'no connection');
    expect(lines).toHaveSize(3);
  });
});
