import { createLogger } from './logger.ts';
import { type Chore, Housekeeping } from './housekeeping.ts';

describe('Housekeeping', () => {
  const log: string[] = [];
  const logger = createLogger('info', { write: (line) => log.push(line) });
  const clock = { now: () => 1000 };

  /** A chore with so many portions, that notes when it is asked. */
  function chore(name: string, ...portions: number[]): Chore & { readonly asked: number[] } {
    const asked: number[] = [];
    const portion = (now: number) => {
      asked.push(now);
      return Promise.resolve(portions.shift() ?? 0);
    };
    return { name, asked, portion };
  }

  beforeEach(() => {
    log.length = 0;
  });

  it('OPS removes portion by portion until nothing is left, and logs how much it was', async () => {
    const [letters, links] = [chore('letters', 500, 3), chore('links')];
    await new Housekeeping({ chores: [letters, links], clock, logger }).run();
    expect([letters.asked, links.asked]).toEqual([[1000, 1000, 1000], [1000]]);
    expect(log).toEqual([jasmine.stringMatching(/"what":"letters","count":503/)]);
  });

  it('OPS goes on with the next where one fails', async () => {
    const broken = { name: 'letters', portion: () => Promise.reject(new Error('away')) };
    const links = chore('links', 1);
    await new Housekeeping({ chores: [broken, links], clock, logger }).run();
    expect(links.asked.length).toBe(2);
    expect(log[0]).toContain('what is too old was not removed');
  });

  it('OPS never rejects, as nobody waits for it', async () => {
    const broken = {
      now: () => {
        throw new Error('the spring of the clock is broken');
      },
    };
    const keeping = new Housekeeping({ chores: [chore('links')], clock: broken, logger });
    await expectAsync(keeping.run()).toBeResolved();
    expect(log[0]).toContain('what is too old was not removed');
  });

  it('OPS begins no portion after its end', async () => {
    const letters = chore('letters', 500, 500);
    const housekeeping = new Housekeeping({ chores: [letters], clock, logger });
    await housekeeping[Symbol.asyncDispose]();
    expect(letters.asked).toEqual([]);
  });
});
