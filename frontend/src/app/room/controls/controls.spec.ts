import { expectAccessible } from '../../testing/accessibility';
import { type Screen, show, textOf } from '../../testing/screen';
import type { Control } from './control';
import { Controls } from './controls';

describe('Controls', () => {
  let pressed: string[];

  beforeEach(() => {
    pressed = [];
  });

  function aControl(parts: Partial<Control> = {}): Control {
    const id = parts.id ?? 'chat';
    return {
      ...{ id, icon: 'chat', label: 'Chat', rank: 4, ...parts },
      press: () => pressed.push(id),
    };
  }

  const controls = () => [
    aControl({ id: 'microphone', label: 'Mute', icon: 'mic', rank: 1 }),
    aControl({ count: 3, isExpanded: false }),
    aControl({ id: 'screen', label: 'Share screen', rank: 6 }),
    aControl({ id: 'help', label: 'Keyboard shortcuts', rank: null }),
    aControl({ id: 'leave', label: 'Leave', look: 'danger', rank: 3 }),
  ];

  async function open(width: string, list = controls()): Promise<Screen<Controls>> {
    const screen = await show(Controls, { controls: list });
    screen.root.style.inlineSize = width;
    const resized = Promise.withResolvers<void>();
    const observer = new ResizeObserver(() => {
      resized.resolve();
    });
    observer.observe(screen.root);
    await resized.promise;
    observer.disconnect();
    await screen.settle();
    return screen;
  }

  it('ROOM-3 each control does what it says', async () => {
    const screen = await open('60rem');
    for (const name of ['Mute', 'Chat, 3 unread', 'Share screen', 'Leave']) {
      await screen.press('button', name);
    }
    expect(pressed).toEqual(['microphone', 'chat', 'screen', 'leave']);
    await expectAccessible(screen);
  });

  it('ROOM-7 says how much is unread', async () => {
    const screen = await open('60rem', [aControl({ count: 120 })]);
    expect(screen.has('button', 'Chat, 120 unread')).toBe(true);
    expect(screen.root.querySelector<HTMLElement>('.round')?.dataset['count']).toBe('99+');
    expect(screen.has('button', 'More')).toBe(false);
  });

  it('ROOM-15 says what is open', async () => {
    const list = [aControl({ isExpanded: true }), aControl({ id: 'camera', label: 'Camera' })];
    const screen = await open('60rem', list);
    expect(screen.get('button', 'Chat').ariaExpanded).toBe('true');
    expect(screen.get('button', 'Camera').ariaExpanded).toBeNull();
  });

  it('ROOM-14 where there is little room, what matters less is under "More"', async () => {
    const screen = await open('11rem');
    expect(screen.all('button').map(textOf)).toEqual(['Mute', 'More', 'Leave']);
    await screen.press('button', 'More, 3 unread');
    const words = screen.all('menuitem').map((item) => item.querySelector('.word'));
    expect(words.map((word) => word && textOf(word))).toEqual([
      'Chat',
      'Share screen',
      'Keyboard shortcuts',
    ]);
    expect(screen.has('menuitem', /^Chat ?3 unread/)).toBe(true);
    await expectAccessible(screen);
    await screen.press('menuitem', /^Share screen/);
    expect(pressed).toEqual(['screen']);
    expect(screen.has('menu')).toBe(false);
    expect(document.activeElement).toBe(screen.get('button', 'More, 3 unread'));
  });

  it('ROOM-15 the arrow keys, Home and End go along the bar', async () => {
    const screen = await open('60rem');
    const steps = [
      ['Mute', 'ArrowRight', 'Chat, 3 unread'],
      ['Leave', 'ArrowRight', 'Mute'],
      ['Mute', 'ArrowLeft', 'Leave'],
      ['Leave', 'ArrowLeft', 'More'],
      ['More', 'Home', 'Mute'],
      ['Mute', 'End', 'Leave'],
      ['Mute', 'ArrowDown', 'Mute'],
    ] as const;
    for (const [from, key, to] of steps) {
      const button = screen.get('button', from);
      button.focus();
      await screen.key(button, key);
      expect(document.activeElement).toBe(screen.get('button', to));
    }
  });

  it('ROOM-15 the menu closes by Escape, and by a click beside it', async () => {
    const screen = await open('60rem');
    await screen.press('button', 'More');
    await screen.key(screen.get('menuitem'), 'Escape');
    expect(screen.has('menu')).toBe(false);
    await screen.press('button', 'More');
    document.body.click();
    await screen.settle();
    expect(screen.has('menu')).toBe(false);
  });
});
