import { expectAccessible } from '../../testing/accessibility';
import { type Screen, show } from '../../testing/screen';
import { Stars } from './stars';

describe('Stars', () => {
  let screen: Screen<Stars>;

  beforeEach(async () => {
    screen = await show(Stars, { legend: 'How was it?' });
  });

  function lit(): number {
    return screen.root.querySelectorAll('label[data-lit]').length;
  }

  it('ROOM-12 is a group of radio buttons with a question', async () => {
    expect(screen.has('group', 'How was it?')).toBe(true);
    expect(screen.all('radio').length).toBe(5);
    expect(screen.has('radio', '1 star')).toBe(true);
    await expectAccessible(screen);
  });

  it('ROOM-12 takes the stars that are chosen, and says them in a word', async () => {
    await screen.press('radio', '4 stars');
    expect(screen.component.rating()).toBe(4);
    expect(screen.text).toContain('Very good');
    expect(lit()).toBe(4);
    await expectAccessible(screen);
  });

  it('ROOM-12 shows what a pointer is about to choose, and then what is chosen', async () => {
    await screen.press('radio', '2 stars');
    const fifth = screen.get('radio', '5 stars').closest('label');
    fifth?.dispatchEvent(new MouseEvent('mouseenter'));
    await screen.settle();
    expect(lit()).toBe(5);
    fifth?.parentElement?.dispatchEvent(new MouseEvent('mouseleave'));
    await screen.settle();
    expect(lit()).toBe(2);
    expect(screen.component.rating()).toBe(2);
  });
});
