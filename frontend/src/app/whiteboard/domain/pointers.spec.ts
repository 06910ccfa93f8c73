import {
  type Contact,
  type Pointers,
  dragged,
  lifted,
  noPointers,
  pinchOf,
  pressed,
  roleOf,
} from './pointers';

const at = { x: 0, y: 0 };

function touch(id: number, kind: Contact['kind'] = 'touch', isForPanning = false): Contact {
  return { id, kind, at, isForPanning };
}

function holding(...contacts: readonly Contact[]): Pointers {
  return contacts.reduce(pressed, noPointers);
}

describe('pointers', () => {
  const roles: readonly [string, readonly Contact[], readonly string[]][] = [
    ['a mouse', [touch(1, 'mouse')], ['tool']],
    ['the middle button', [touch(1, 'mouse', true)], ['pan']],
    ['one finger', [touch(1)], ['tool']],
    ['two fingers', [touch(1), touch(2)], ['pinch', 'pinch']],
    ['three fingers', [touch(1), touch(2), touch(3)], ['pinch', 'pinch', 'ignored']],
    ['a palm below a pen', [touch(1), touch(2, 'pen')], ['ignored', 'tool']],
    ['a palm after a pen', [touch(1, 'pen'), touch(2)], ['tool', 'ignored']],
  ];
  for (const [what, contacts, expected] of roles) {
    it(`ROOM-17 knows what to do with ${what}`, () => {
      const pointers = holding(...contacts);
      expect(contacts.map(({ id }) => roleOf(pointers, id)) as readonly string[]).toEqual(expected);
    });
  }

  it('ROOM-17 where a pen draws, a finger moves the board', () => {
    const pointers = lifted(holding(touch(1, 'pen')), 1);
    expect(roleOf(pressed(pointers, touch(2)), 2)).toBe('pan');
  });

  it('ROOM-17 the finger that stays after two draws nothing', () => {
    const pointers = lifted(holding(touch(1), touch(2)), 1);
    expect(roleOf(pointers, 2)).toBe('ignored');
    expect(roleOf(pressed(lifted(pointers, 2), touch(3)), 3)).toBe('tool');
  });

  it('ROOM-17 follows both fingers', () => {
    const pointers = dragged(holding(touch(1), touch(2)), 2, { x: 5, y: 6 });
    expect(pinchOf(pointers)).toEqual([at, { x: 5, y: 6 }]);
    expect(pinchOf(holding(touch(1)))).toBeNull();
    expect(roleOf(pointers, 9)).toBe('ignored');
  });
});
