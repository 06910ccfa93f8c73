import fc from 'fast-check';
import { type News, appendNews } from './session-news';

describe('appendNews', () => {
  it('FAIL-8 tells each thing once and in order, however often it arrives', () => {
    const repeated = fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 40 });
    fc.assert(
      fc.property(repeated, (arrivals) => {
        const list = arrivals.reduce<readonly News[]>(
          (known, number) => appendNews(known, { cursor: String(number) }),
          [],
        );
        return list.map(({ cursor }) => cursor).join() === [...new Set(arrivals)].join();
      }),
    );
  });

  it('FAIL-8 is the same list when nothing is new', () => {
    const list = [{ cursor: 'a' }];
    expect(appendNews(list, { cursor: 'a' })).toBe(list);
  });
});
