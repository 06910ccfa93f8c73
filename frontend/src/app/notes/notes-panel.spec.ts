import { TestBed } from '@angular/core/testing';
import { expectAccessible } from '../testing/accessibility';
import { aSession, isoAt } from '../testing/builders';
import { Scene } from '../testing/scene';
import { type Screen, show, textOf } from '../testing/screen';
import {
  CourseLinksDocument,
  OwnNotesDocument,
  RemoveLinkDocument,
  ResourceChangesDocument,
  SaveNotesDocument,
  ShareLinkDocument,
} from './notes-operations';
import { NotesPanel } from './notes-panel';
import { NotesStore } from './notes-store';

const book = {
  id: 'link-1',
  title: 'The book',
  url: 'https://www.books.example/closures',
  sharedAt: isoAt(0),
  removedAt: null,
  cursor: 'cursor-1',
};

describe('NotesPanel', () => {
  let scene: Scene;

  beforeEach(() => {
    scene = new Scene();
    scene.graphql.answer(OwnNotesDocument, () => ({
      session: { viewerNotes: { text: 'Ask about scopes', revision: 1, savedAt: isoAt(0) } },
    }));
    const links = [{ title: 'Exercises', url: 'https://course.example/' }];
    scene.graphql.answer(CourseLinksDocument, () => ({ session: { course: { links } } }));
  });

  async function open(viewerRole: 'MENTOR' | 'LEARNER'): Promise<Screen<NotesPanel>> {
    await scene.open(aSession({ viewerRole }));
    const screen = await show(NotesPanel);
    await screen.settle();
    return screen;
  }

  const notes = (screen: Screen<NotesPanel>) => screen.field('Your notes') as HTMLTextAreaElement;

  it('ROOM-4 shows the own notes and says that they are saved', async () => {
    const screen = await open('LEARNER');
    expect(notes(screen).value).toBe('Ask about scopes');
    expect(screen.text).toContain('Saved');
    expect(screen.text).toContain('Only you can read them.');
    await expectAccessible(screen);
  });

  it('ROOM-4 saves what is typed when the field is left', async () => {
    const screen = await open('LEARNER');
    scene.graphql.answer(SaveNotesDocument, ({ input }) => ({
      saveNotes: {
        __typename: 'SessionNotes' as const,
        text: input.text,
        revision: 2,
        savedAt: null,
      },
    }));
    await screen.type('Your notes', 'Ask about closures');
    expect(screen.text).toContain('Saving…');
    notes(screen).dispatchEvent(new Event('blur'));
    await screen.settle();
    expect(screen.text).toContain('Saved');
    expect(scene.graphql.calls(SaveNotesDocument).map(({ input }) => input.text)).toEqual([
      'Ask about closures',
    ]);
  });

  it('ROOM-4 says calmly that notes are not saved yet', async () => {
    const screen = await open('LEARNER');
    scene.graphql.refuse(SaveNotesDocument, 'unreachable');
    await screen.type('Your notes', 'a');
    TestBed.inject(NotesStore).saveNow();
    await screen.settle();
    expect(screen.text).toContain('Not saved yet');
    expect(screen.text).toContain('kept on this device');
    expect(screen.all('status').map(textOf)).toContain('Your notes are not saved yet.');
    await expectAccessible(screen);
  });

  it('ROOM-4 shows both texts where another page wrote too', async () => {
    const screen = await open('LEARNER');
    const current = { text: 'from the phone', revision: 2, savedAt: isoAt(1) };
    scene.graphql.answer(SaveNotesDocument, () => ({
      saveNotes: { __typename: 'NotesChanged' as const, current },
    }));
    await screen.type('Your notes', 'from here');
    TestBed.inject(NotesStore).saveNow();
    await screen.settle();
    expect(screen.text).toContain('Your notes were also changed on another page.');
    expect(screen.text).toContain('from the phone');
    expect(notes(screen).value).toBe('from here');
    await expectAccessible(screen);
    await screen.press('button', 'Keep both');
    expect(notes(screen).value).toBe('from here\n\nfrom the phone');
  });

  it('ROOM-4 a learner sees links arrive, and those of the course', async () => {
    const screen = await open('LEARNER');
    expect(screen.text).toContain('What Mia Mentor shares appears here.');
    scene.graphql.stream(ResourceChangesDocument).push({ resourceChanges: book });
    await screen.settle();
    const link = screen.get('link', /The book/);
    expect(link.getAttribute('href')).toBe(book.url);
    expect(link.getAttribute('rel')).toBe('noopener noreferrer');
    expect(screen.text).toContain('books.example');
    expect(screen.has('link', /Exercises/)).toBe(true);
    expect(screen.has('button', 'Share link')).toBe(false);
    expect(screen.has('button', 'Remove The book')).toBe(false);
    await expectAccessible(screen);
  });

  it('ROOM-4 a mentor shares links and takes them back', async () => {
    const screen = await open('MENTOR');
    scene.graphql.answer(ShareLinkDocument, ({ input }) => ({
      shareLink: { __typename: 'ResourceLink' as const, ...book, title: input.title },
    }));
    scene.graphql.answer(RemoveLinkDocument, () => ({
      removeLink: { __typename: 'ResourceLink' as const, ...book, removedAt: isoAt(1) },
    }));
    await screen.press('button', 'Share link');
    expect(screen.text).toContain('Give the address of the link.');
    await screen.type('Address', 'www.books.example/closures');
    await screen.press('button', 'Share link');
    expect(screen.has('link', /books.example/)).toBe(true);
    expect(screen.field('Address').value).toBe('');
    expect(scene.graphql.calls(ShareLinkDocument)[0]?.input.url).toBe(book.url);
    await expectAccessible(screen);
    await screen.press('button', 'Remove books.example');
    expect(screen.has('link', /books.example/)).toBe(false);
    expect(document.activeElement).toBe(screen.field('Address'));
  });
});
