import { createLogger } from '../../../platform/logger.ts';
import { GeminiLane } from './gemini-lane.ts';
import type { Line, Said } from './gemini-line.ts';

/** What went over a line, in order: `b`egin, how many samples, `e`nd, `c`losed. */
class TestLine implements Line {
  readonly log: (string | number)[] = [];

  constructor(readonly hear: (said: Said) => void) {}

  begin(): void {
    this.log.push('b');
  }

  send(samples: Float32Array): void {
    this.log.push(samples.length);
  }

  end(): void {
    this.log.push('e');
  }

  close(): void {
    this.log.push('c');
  }

  says(text: string, kind: 'INTERIM' | 'PIECE' = 'PIECE'): void {
    this.hear({ kind, words: { text, language: null } });
    if (kind === 'PIECE') this.hear({ kind: 'END' });
  }

  piece(text: string): void {
    this.hear({ kind: 'PIECE', words: { text, language: null } });
  }
}

const minuteMs = 60_000;

describe('a microphone at Gemini Live', () => {
  let lines: TestLine[];
  let failures: number;
  let now: number;
  let lane: GeminiLane;
  let closed: number;
  /** Until when lines are not open yet. */
  let slow: PromiseWithResolvers<void> | null;

  beforeEach(() => {
    jasmine.clock().install();
    lines = [];
    failures = 0;
    now = 0;
    closed = 0;
    slow = null;
    lane = new GeminiLane({
      open: (hear) => {
        failures -= 1;
        if (failures >= 0) return Promise.reject(new Error('away'));
        const line = new TestLine(hear);
        lines.push(line);
        return slow ? slow.promise.then(() => line) : Promise.resolve(line);
      },
      now: () => now,
      logger: createLogger('silent'),
      onClosed: () => {
        closed += 1;
      },
    });
  });

  afterEach(() => {
    jasmine.clock().uninstall();
  });

  /** Lets promises that are settled do what follows. */
  async function settle(): Promise<void> {
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
  }

  async function pass(ms: number): Promise<void> {
    jasmine.clock().tick(ms);
    await settle();
  }

  const sound = (length: number) => new Float32Array(length);

  it('ROOM-8 sends of each utterance what is new, one after the other', async () => {
    const look = lane.soFar('a', sound(10));
    await settle();
    lines[0]?.says('Good', 'INTERIM');
    expect((await look)?.text).toBe('Good');
    const first = lane.whole('a', sound(25));
    const second = lane.whole('b', sound(5));
    expect(lines[0]?.log).toEqual(['b', 10, 15, 'e', 'b', 5, 'e']);
    lines[0]?.says('Good morning.');
    lines[0]?.says('Well.');
    expect([(await first)?.text, (await second)?.text]).toEqual(['Good morning.', 'Well.']);
    expect(lines.length).toBe(1);
  });

  it('ROOM-8 an older look is of no interest when a newer one comes', async () => {
    const older = lane.soFar('a', sound(10));
    const newer = lane.soFar('a', sound(20));
    expect(await older).toBeNull();
    await settle();
    lines[0]?.says('Good', 'INTERIM');
    expect((await newer)?.text).toBe('Good');
  });

  const manners: readonly [string, (line: TestLine) => void][] = [
    [
      'in pieces',
      (line) => {
        line.piece('Good morning.');
        line.says('Today we look.');
      },
    ],
    [
      'in pieces that repeat what was before',
      (line) => {
        line.piece('Good morning.');
        line.says('Good morning. Today we look.');
      },
    ],
    [
      'on the way, and with an end without words',
      (line) => {
        line.says('Good morning. Today we look.', 'INTERIM');
        line.says('');
      },
    ],
  ];
  for (const [how, tell] of manners) {
    it(`ROOM-8 takes all that is told ${how}`, async () => {
      const whole = lane.whole('a', sound(20));
      await settle();
      if (lines[0]) tell(lines[0]);
      expect((await whole)?.text).toBe('Good morning. Today we look.');
    });
  }

  it('ROOM-8 keeps what is final in the midst of an utterance', async () => {
    void lane.soFar('a', sound(10));
    await settle();
    lines[0]?.says('Good morning.');
    const whole = lane.whole('a', sound(20));
    lines[0]?.says('Today we look.');
    expect((await whole)?.text).toBe('Good morning. Today we look.');
  });

  it('ROOM-8 closes a line that stands only after nobody is there any more', async () => {
    const whole = lane.whole('a', sound(20));
    await settle();
    slow = Promise.withResolvers();
    lines[0]?.hear({ kind: 'CLOSED', reason: '' });
    lane.close();
    await pass(8000);
    expect([await whole, closed]).toEqual([null, 1]);
    slow.resolve();
    await settle();
    expect(lines[1]?.log).toEqual(['c']);
  });

  it('FAIL-12 sends again what was not understood when the line broke', async () => {
    void lane.soFar('a', sound(10));
    await settle();
    const whole = lane.whole('a', sound(20));
    lines[0]?.hear({ kind: 'CLOSED', reason: '' });
    await pass(1000);
    expect(lines[1]?.log).toEqual(['b', 20, 'e']);
    lines[1]?.says('Good morning.');
    expect((await whole)?.text).toBe('Good morning.');
  });

  it('FAIL-12 goes on without what could not be sent in four tries', async () => {
    failures = 4;
    const whole = lane.whole('a', sound(20));
    for (const wait of [0, 1000, 2000, 4000]) await pass(wait);
    expect(await whole).toBeNull();
    const next = lane.whole('b', sound(5));
    await settle();
    lines[0]?.says('Well.');
    expect((await next)?.text).toBe('Well.');
    expect(lines[0]?.log).toEqual(['b', 5, 'e']);
  });

  it('ROOM-8 takes what was heard on the way where no final comes, and another line', async () => {
    const whole = lane.whole('a', sound(20));
    await settle();
    lines[0]?.says('Good', 'INTERIM');
    await pass(8000);
    expect((await whole)?.text).toBe('Good');
    expect(lines[0]?.log).toEqual(['b', 20, 'e', 'c']);
    const next = lane.whole('b', sound(5));
    await settle();
    expect(lines[1]?.log).toEqual(['b', 5, 'e']);
    lines[1]?.says('Well.');
    expect((await next)?.text).toBe('Well.');
  });

  it('ROOM-8 takes another line between two utterances before ten minutes are over', async () => {
    const first = lane.whole('a', sound(20));
    await settle();
    now = 9.5 * minuteMs;
    lines[0]?.says('Good morning.');
    await first;
    void lane.soFar('b', sound(5));
    await settle();
    expect(lines[0]?.log.at(-1)).toBe('c');
    expect(lines[1]?.log).toEqual(['b', 5]);
  });

  it('ROOM-8 says how late it is, and closes the line when all was understood', async () => {
    const whole = lane.whole('a', sound(20));
    await settle();
    expect(lane.lagAt(700)).toBe(700);
    lane.close();
    expect(closed).toBe(0);
    lines[0]?.says('Good morning.');
    await whole;
    expect([lane.lagAt(700), closed]).toEqual([0, 1]);
    expect(lines[0]?.log).toEqual(['b', 20, 'e', 'c']);
  });
});
