import { expectAccessible } from '../../testing/accessibility';
import { show } from '../../testing/screen';
import { LinksEditor } from './links-editor';

const [book, film] = [
  { title: 'The book', url: 'https://books.example' },
  { title: 'The film', url: 'https://films.example' },
];

describe('LinksEditor', () => {
  it('PRE-12 adds, changes, moves and removes links by keyboard', async () => {
    const screen = await show(LinksEditor, { links: [book, film] });
    const links = () => screen.component.links();
    await screen.press('button', 'Move The film up');
    expect(links()).toEqual([film, book]);
    expect(document.activeElement).toBe(screen.get('button', 'Move The film up'));
    await screen.press('button', 'Move The film up');
    expect(links()).toEqual([film, book]);
    await screen.press('button', 'Move The film down');
    await screen.press('button', 'Remove The film');
    expect(links()).toEqual([book]);
    expect(document.activeElement).toBe(screen.get('button', 'Add a link'));
    await screen.press('button', 'Add a link');
    expect(document.activeElement).toBe(screen.field('Name of link 2'));
    await screen.type('Name of link 2', 'Exercises');
    await screen.type('Address of link 2', 'https://exercises.example');
    expect(links()).toEqual([book, { title: 'Exercises', url: 'https://exercises.example' }]);
    await expectAccessible(screen);
  });

  it('PRE-12 says at the field what is wrong', async () => {
    const faults = { 'links.1.url': 'Give an address that begins with https://.' };
    const screen = await show(LinksEditor, { links: [book, film], faults });
    const field = screen.field('Address of link 2');
    expect(field.getAttribute('aria-invalid')).toBe('true');
    const described = document.getElementById(field.getAttribute('aria-describedby') ?? '');
    expect(described?.innerText).toBe('Give an address that begins with https://.');
    expect(screen.field('Address of link 1').hasAttribute('aria-invalid')).toBe(false);
    await expectAccessible(screen);
  });

  it('PRE-12 takes 50 links and no more', async () => {
    const screen = await show(LinksEditor, { links: Array.from({ length: 49 }, () => book) });
    await screen.press('button', 'Add a link');
    expect(screen.component.links().length).toBe(50);
    expect(screen.has('button', 'Add a link')).toBe(false);
  });
});
