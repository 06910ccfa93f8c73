import { type KeyPress, commandOf, isTalkPress, keyCap, shortcuts } from './shortcuts';

function press(key: string, parts: Partial<KeyPress> = {}): KeyPress {
  return { key, hasModifier: false, hasShift: false, isRepeat: false, focus: 'free', ...parts };
}

describe('commandOf', () => {
  for (const { key, command } of shortcuts) {
    it(`ROOM-3 ${keyCap(key)}: ${command}`, () => {
      expect(commandOf(press(key))).toBe(command);
      expect(commandOf(press(key, { focus: 'button' }))).toBe(command);
    });
  }

  it('ROOM-3 with capitals locked it is the same key', () => {
    expect(commandOf(press('M'))).toBe('microphone');
  });

  it('ROOM-3 a question mark may need the shift key', () => {
    expect(commandOf(press('?', { hasShift: true }))).toBe('help');
  });

  const nothing: readonly (readonly [string, KeyPress])[] = [
    ['while somebody types', press('m', { focus: 'text' })],
    ['where something has keys of its own', press('m', { focus: 'own' })],
    ['together with Control, Alt or the command key', press('c', { hasModifier: true })],
    ['with shift', press('M', { hasShift: true })],
    ['held down', press('m', { isRepeat: true })],
    ['of another key', press('x')],
  ];
  for (const [name, given] of nothing) {
    it(`ROOM-3 nothing ${name}`, () => {
      expect(commandOf(given)).toBeNull();
    });
  }
});

describe('isTalkPress', () => {
  const rows: readonly (readonly [string, KeyPress, boolean])[] = [
    ['the space bar', press(' '), true],
    ['held down', press(' ', { isRepeat: true }), true],
    ['another key', press('m'), false],
    ['on a button', press(' ', { focus: 'button' }), false],
    ['while somebody types', press(' ', { focus: 'text' }), false],
    ['in a dialog', press(' ', { focus: 'own' }), false],
    ['with another key', press(' ', { hasModifier: true }), false],
    ['with shift', press(' ', { hasShift: true }), false],
  ];
  for (const [name, given, isTalk] of rows) {
    it(`ROOM-3 ${name}: ${String(isTalk)}`, () => {
      expect(isTalkPress(given)).toBe(isTalk);
    });
  }
});
