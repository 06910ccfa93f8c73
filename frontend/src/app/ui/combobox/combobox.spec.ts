import { expectAccessible } from '../../testing/accessibility';
import { show, textOf } from '../../testing/screen';
import { Combobox } from './combobox';

const choices = [
  { id: 'a', name: 'Ana Albers' },
  { id: 'b', name: 'Ben Albers' },
  { id: 'c', name: 'Cleo Chen' },
];

describe('Combobox', () => {
  const open = (chosenId = '') => show(Combobox, { label: 'Learner', choices, chosenId });

  it('ROOM-15 shows what fits, and the keyboard takes one', async () => {
    const screen = await open();
    await screen.type('Learner', 'albers');
    expect(screen.all('option').map(textOf)).toEqual(['Ana Albers', 'Ben Albers']);
    const field = screen.field('Learner');
    await screen.key(field, 'ArrowDown');
    const active = field.getAttribute('aria-activedescendant') ?? '';
    expect(document.getElementById(active)?.textContent.trim()).toBe('Ben Albers');
    await expectAccessible(screen);
    await screen.key(field, 'Enter');
    expect(screen.component.chosenId()).toBe('b');
    expect(field.value).toBe('Ben Albers');
    expect(screen.has('listbox')).toBe(false);
  });

  it('ROOM-15 a click takes one; with a choice made all are shown again', async () => {
    const screen = await open('c');
    expect(screen.field('Learner').value).toBe('Cleo Chen');
    await screen.press('combobox');
    expect(screen.all('option').length).toBe(3);
    await screen.press('option', 'Ana Albers');
    expect(screen.component.chosenId()).toBe('a');
  });

  it('ROOM-15 Escape closes, and what is no choice is not kept', async () => {
    const screen = await open('a');
    await screen.type('Learner', 'nobody');
    expect(screen.text).toContain('Nothing found');
    await screen.key(screen.field('Learner'), 'Escape');
    expect(screen.has('listbox')).toBe(false);
    screen.field('Learner').dispatchEvent(new FocusEvent('blur'));
    await screen.settle();
    expect(screen.field('Learner').value).toBe('Ana Albers');
  });

  it('ROOM-15 a whole name that was typed is taken; an empty field is no choice', async () => {
    const screen = await open();
    await screen.type('Learner', 'cleo chen');
    screen.field('Learner').dispatchEvent(new FocusEvent('blur'));
    expect(screen.component.chosenId()).toBe('c');
    await screen.type('Learner', '');
    screen.field('Learner').dispatchEvent(new FocusEvent('blur'));
    expect(screen.component.chosenId()).toBe('');
  });
});
