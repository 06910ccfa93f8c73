import { DeferBlockBehavior, DeferBlockState, TestBed } from '@angular/core/testing';
import { ChatMessagesDocument } from '../../chat/chat-operations';
import { ChatStore } from '../../chat/chat-store';
import { LinksStore } from '../../notes/links-store';
import { ResourceChangesDocument } from '../../notes/notes-operations';
import { expectAccessible } from '../../testing/accessibility';
import { aClock, aSession, aTopic, isoAt, leo, mia } from '../../testing/builders';
import { Scene } from '../../testing/scene';
import { type Screen, show, textOf } from '../../testing/screen';
import { RoomPanels } from '../room-panels';
import { Sidebar } from './sidebar';

const topics = [aTopic('a', { title: 'Scopes', state: 'CURRENT' })];

describe('Sidebar', () => {
  let scene: Scene;

  beforeEach(async () => {
    scene = new Scene(RoomPanels);
    await scene.open(aSession({ topics, clock: aClock({ phase: 'IN_PROGRESS' }) }));
    TestBed.inject(ChatStore).open('session-1', leo.id);
  });

  function selected(screen: Screen<Sidebar>): readonly string[] {
    return screen
      .all('tab')
      .filter((tab) => tab.ariaSelected === 'true')
      .map(textOf);
  }

  it('ROOM-4 shows the chat, or the topics', async () => {
    const screen = await show(Sidebar, { isOpen: true, tab: 'chat' });
    expect(screen.has('tabpanel', 'Chat')).toBe(true);
    expect(screen.has('log', 'Messages')).toBe(true);
    await expectAccessible(screen);
    await screen.press('tab', 'Topics');
    expect(screen.has('tabpanel', 'Topics')).toBe(true);
    expect(screen.text).toContain('Scopes');
    expect(screen.get('listitem').ariaCurrent).toBe('step');
    await expectAccessible(screen);
  });

  it('ROOM-15 goes from tab to tab by arrow keys', async () => {
    const screen = await show(Sidebar, { isOpen: true, tab: 'chat' });
    await screen.key(screen.get('tab', 'Chat'), 'ArrowLeft');
    expect(selected(screen)).toEqual(['Topics']);
    expect(document.activeElement).toBe(screen.get('tab', 'Topics'));
    await screen.key(screen.get('tab', 'Topics'), 'End');
    expect(selected(screen)).toEqual(['Notes']);
  });

  it('ROOM-4 has the notes and links, with a badge for links that nobody has seen', async () => {
    TestBed.inject(LinksStore).open('session-1');
    const screen = await show(Sidebar, { isOpen: true, tab: 'chat' });
    const link = { id: 'a', title: 'Book', url: 'https://a.example/', sharedAt: isoAt(1) };
    scene.graphql.stream(ResourceChangesDocument).push({
      resourceChanges: { ...link, removedAt: null, cursor: 'a' },
    });
    await screen.settle();
    await screen.press('tab', /^Notes 1 new links$/);
    expect(screen.has('tabpanel', 'Notes')).toBe(true);
    expect(screen.has('link', /Book/)).toBe(true);
    expect(screen.has('tab', 'Notes')).toBe(true);
    await expectAccessible(screen);
  });

  it('ROOM-4 closes by its button and by Escape', async () => {
    const screen = await show(Sidebar, { isOpen: true, tab: 'chat' });
    await screen.press('button', 'Close');
    expect(screen.has('tab')).toBe(false);
    await screen.set({ isOpen: false });
    await screen.set({ isOpen: true });
    await screen.key(screen.get('tab', 'Chat'), 'Escape');
    expect(screen.component.isOpen()).toBe(false);
  });

  it('ROOM-7 has an unread badge', async () => {
    const screen = await show(Sidebar, { isOpen: true, tab: 'topics' });
    expect(screen.has('tab', 'Chat')).toBe(true);
    scene.graphql.stream(ChatMessagesDocument).push({
      chatMessages: {
        id: 'a',
        text: 'Hi',
        attachments: [],
        sentAt: isoAt(1),
        cursor: 'a',
        author: mia,
      },
    });
    await screen.settle();
    expect(screen.has('tab', /^Chat 1 unread$/)).toBe(true);
    await expectAccessible(screen);
  });

  it('ROOM-5 says it where there is no plan', async () => {
    await scene.tell(aSession({ clock: aClock({ phase: 'IN_PROGRESS' }) }));
    const screen = await show(Sidebar, { isOpen: true, tab: 'topics' });
    expect(screen.text).toContain('No topics are planned.');
  });
});

describe('Sidebar, a part of which does not come', () => {
  it('FAIL-10 says so, and offers to load the page anew', async () => {
    const scene = new Scene(RoomPanels);
    TestBed.configureTestingModule({ deferBlockBehavior: DeferBlockBehavior.Manual });
    await scene.open(aSession({ topics, clock: aClock({ phase: 'IN_PROGRESS' }) }));
    const screen = await show(Sidebar, { isOpen: true, tab: 'chat' });
    for (const block of await screen.fixture.getDeferBlocks()) {
      await block.render(DeferBlockState.Error);
    }
    expect(textOf(screen.get('alert'))).toBe('Unable to connect.');
    await expectAccessible(screen);
    await screen.press('button', 'Retry');
    expect(scene.page.starts).toBe(1);
  });
});
