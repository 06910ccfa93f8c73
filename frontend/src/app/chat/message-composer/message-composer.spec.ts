import { expectAccessible } from '../../testing/accessibility';
import { type Screen, show } from '../../testing/screen';
import { MessageComposer } from './message-composer';

describe('MessageComposer', () => {
  let screen: Screen<MessageComposer>;
  let sent: string[];

  beforeEach(async () => {
    screen = await show(MessageComposer);
    sent = [];
    screen.component.send.subscribe((text) => sent.push(text));
  });

  it('ROOM-7 sends what is written, and is empty again', async () => {
    await screen.type('Message', '  Hello!  ');
    await screen.press('button', 'Send');
    expect(sent).toEqual(['Hello!']);
    expect(screen.field('Message').value).toBe('');
    expect(document.activeElement).toBe(screen.field('Message'));
  });

  it('ROOM-15 sends by Enter', async () => {
    await screen.type('Message', 'Hello!');
    await screen.key(screen.field('Message'), 'Enter');
    expect(sent).toEqual(['Hello!']);
  });

  it('ROOM-15 begins a new line by Shift and Enter', async () => {
    await screen.type('Message', 'Hello!');
    await screen.key(screen.field('Message'), 'Enter', { shiftKey: true });
    expect(sent).toEqual([]);
  });

  it('ROOM-15 leaves Enter to the choice of a word', async () => {
    await screen.type('Message', 'にほ');
    await screen.key(screen.field('Message'), 'Enter', { isComposing: true });
    expect(sent).toEqual([]);
  });

  it('ROOM-7 sends nothing for nothing', async () => {
    await screen.type('Message', '   ');
    await screen.key(screen.field('Message'), 'Enter');
    expect(sent).toEqual([]);
    expect(screen.get('button', 'Send').hasAttribute('disabled')).toBe(true);
  });

  it('ROOM-15 is open to everybody', async () => {
    await expectAccessible(screen);
    await screen.type('Message', 'Hello!');
    await expectAccessible(screen);
  });
});
