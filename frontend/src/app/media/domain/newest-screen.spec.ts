import fc from 'fast-check';
import { newestScreen, screenName, startOf } from './newest-screen';

const screens = fc.uniqueArray(
  fc.record({
    identity: fc.stringMatching(/^[a-c]:[0-9]$/),
    startedAt: fc.integer({ min: 0, max: 5 }),
  }),
  { selector: ({ identity }) => identity, minLength: 1 },
);

describe('newestScreen', () => {
  it('ROOM-2 chooses none of none', () => {
    expect(newestScreen([])).toBeNull();
  });

  it('ROOM-2 chooses the one that was begun last', () => {
    const [maya, leo] = [
      { identity: 'maya:1', startedAt: 2 },
      { identity: 'leo:1', startedAt: 1 },
    ];
    expect(newestScreen([maya, leo])).toBe(maya);
    expect(newestScreen([leo, maya])).toBe(maya);
  });

  it('ROOM-2 is the same on every page, in whatever order they see the screens', () => {
    fc.assert(
      fc.property(screens, (list) => {
        expect(newestScreen(list)).toEqual(newestScreen([...list].reverse()));
      }),
    );
  });

  it('ROOM-2 the name of a screen tells when it was begun', () => {
    expect(startOf(screenName(1_732_000_000_000.4))).toBe(1_732_000_000_000);
    expect(startOf('my window')).toBe(0);
    expect(startOf('screen 99999999999999999999')).toBe(0);
  });
});
