import { expectAccessible } from '../testing/accessibility';
import { show } from '../testing/screen';
import { PresenceBadge } from './presence-badge';

describe('PresenceBadge', () => {
  it('PRE-8 says whether the other one is here, as it changes', async () => {
    const screen = await show(PresenceBadge, { presence: 'ABSENT' });
    expect(screen.text).toBe('Not here yet');
    await expectAccessible(screen);
    await screen.set({ presence: 'IN_ROOM' });
    expect(screen.text).toBe('In the room');
    await expectAccessible(screen);
  });
});
