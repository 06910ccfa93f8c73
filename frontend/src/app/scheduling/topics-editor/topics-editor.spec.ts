import { expectAccessible } from '../../testing/accessibility';
import { show } from '../../testing/screen';
import { TopicsEditor } from './topics-editor';

describe('TopicsEditor', () => {
  it('PRE-12 adds, renames, moves and removes topics by keyboard', async () => {
    const screen = await show(TopicsEditor, { topics: ['Halves', 'Thirds'] });
    const topics = () => screen.component.topics();
    await screen.type('New topic', ' Quarters ');
    await screen.press('button', 'Add topic');
    expect(topics()).toEqual(['Halves', 'Thirds', 'Quarters']);
    expect(document.activeElement).toBe(screen.field('New topic'));
    await screen.press('button', 'Move Quarters up');
    expect(topics()).toEqual(['Halves', 'Quarters', 'Thirds']);
    expect(document.activeElement).toBe(screen.get('button', 'Move Quarters up'));
    await screen.press('button', 'Move Halves down');
    await screen.press('button', 'Move Quarters up');
    expect(topics()).toEqual(['Quarters', 'Halves', 'Thirds']);
    await screen.type('Topic 3', 'Fifths');
    await screen.press('button', 'Remove Halves');
    expect(topics()).toEqual(['Quarters', 'Fifths']);
    await expectAccessible(screen);
  });

  it('PRE-12 adds nothing that is empty', async () => {
    const screen = await show(TopicsEditor, { topics: [] });
    await screen.type('New topic', '  ');
    await screen.press('button', 'Add topic');
    expect(screen.component.topics()).toEqual([]);
  });
});
