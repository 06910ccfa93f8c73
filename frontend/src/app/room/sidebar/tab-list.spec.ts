import { Component, signal } from '@angular/core';
import { expectAccessible } from '../../testing/accessibility';
import { show } from '../../testing/screen';
import { TabList } from './tab-list';

const tabs = ['topics', 'chat', 'transcript', 'notes'].map((id) => ({
  id,
  label: id,
  badge: id === 'chat' ? 120 : 0,
  badgeWord: 'unread',
}));

@Component({
  selector: 'pl-tab-host',
  imports: [TabList],
  template: `
    <pl-tab-list label="Panels" [tabs]="tabs" [(chosen)]="chosen" />
    <div id="tab-panel" role="tabpanel" aria-label="Panel"></div>
  `,
})
class TabHost {
  protected readonly tabs = tabs;
  readonly chosen = signal('topics');
}

describe('TabList', () => {
  const rows = [
    ['ArrowRight', 'chat'],
    ['ArrowRight', 'transcript'],
    ['End', 'notes'],
    ['ArrowRight', 'topics'],
    ['ArrowLeft', 'notes'],
    ['Home', 'topics'],
    ['x', 'topics'],
  ] as const;

  it('ROOM-15 goes from tab to tab by arrow keys, Home and End, round and round', async () => {
    const screen = await show(TabHost);
    screen.get('tab', 'topics').focus();
    for (const [key, chosen] of rows) {
      await screen.key(document.activeElement as HTMLElement, key);
      expect(screen.component.chosen()).withContext(key).toBe(chosen);
      expect(document.activeElement?.id).toBe(`tab-${chosen}`);
    }
    await expectAccessible(screen);
  });

  it('ROOM-15 the keyboard stops at the chosen tab only', async () => {
    const screen = await show(TabHost);
    await screen.press('tab', 'notes');
    expect(screen.all('tab').map(({ tabIndex }) => tabIndex)).toEqual([-1, -1, -1, 0]);
  });

  it('ROOM-7 a badge says how much is new, and of what', async () => {
    const screen = await show(TabHost);
    expect(screen.has('tab', /^chat 99\+ unread$/)).toBe(true);
  });
});
