import { expectAccessible } from '../../testing/accessibility';
import { show } from '../../testing/screen';
import { PlaceTools, withMoved } from './place-tools';

describe('PlaceTools', () => {
  it('ROOM-15 names what each button does, and tells what was asked', async () => {
    const screen = await show(PlaceTools, { name: 'Halves', isFirst: true });
    const asked: string[] = [];
    screen.component.moved.subscribe((by) => asked.push(String(by)));
    screen.component.removed.subscribe(() => asked.push('removed'));
    expect(screen.get('button', 'Move Halves up').getAttribute('aria-disabled')).toBe('true');
    await screen.press('button', 'Move Halves down');
    await screen.press('button', 'Remove Halves');
    expect(asked).toEqual(['1', 'removed']);
    await expectAccessible(screen);
  });
});

describe('withMoved', () => {
  const rows: [string, number, -1 | 1, string | null][] = [
    ['down', 0, 1, 'bac'],
    ['up', 2, -1, 'acb'],
    ['not up from the first place', 0, -1, null],
    ['not down from the last', 2, 1, null],
    ['nothing that is not there', 3, -1, null],
  ];
  for (const [what, index, by, expected] of rows) {
    it(`PRE-12 moves ${what}`, () => {
      expect(withMoved(['a', 'b', 'c'], index, by)?.join('') ?? null).toBe(expected);
    });
  }
});
