import { TestBed } from '@angular/core/testing';
import { isoAt, leo } from '../testing/builders';
import { Scene } from '../testing/scene';
import { settled } from '../testing/screen';
import { OwnNotesDocument, SaveNotesDocument, type SaveNotesMutation } from './notes-operations';
import { NotesStore } from './notes-store';

const key = `own.notes.session-1.${leo.id}`;

/** The notes as the server keeps them, by its rules. */
class NotesOnServer {
  text = '';
  revision = 0;

  constructor(private readonly scene: Scene) {
    scene.graphql.answer(OwnNotesDocument, () => ({ session: { viewerNotes: this.parts } }));
    this.reachable();
  }

  reachable(): void {
    this.scene.graphql.answer(SaveNotesDocument, ({ input }) => this.save(input));
  }

  unreachable(): void {
    this.scene.graphql.refuse(SaveNotesDocument, 'unreachable');
  }

  /** Another page saves. */
  become(text: string): void {
    this.text = text;
    this.revision++;
  }

  private get parts() {
    return { text: this.text, revision: this.revision, savedAt: isoAt(0) };
  }

  private save(input: { text: string; revision: number }): SaveNotesMutation {
    if (input.revision !== this.revision && input.text !== this.text) {
      return { saveNotes: { __typename: 'NotesChanged', current: this.parts } };
    }
    if (input.revision === this.revision) this.become(input.text);
    return { saveNotes: { __typename: 'SessionNotes', ...this.parts } };
  }
}

describe('NotesStore', () => {
  let scene: Scene;
  let server: NotesOnServer;
  let store: NotesStore;

  beforeEach(() => {
    jasmine.clock().install();
    scene = new Scene();
    server = new NotesOnServer(scene);
    store = TestBed.inject(NotesStore);
  });

  afterEach(() => {
    jasmine.clock().uninstall();
  });

  async function open(): Promise<void> {
    store.open('session-1', leo.id);
    await settled();
    await settled();
  }

  async function pause(ms = 1000): Promise<void> {
    jasmine.clock().tick(ms);
    await settled();
    await settled();
  }

  /** The tab dies; another one opens. */
  function crash(): void {
    TestBed.resetTestingModule();
    const { storage } = scene;
    const { text, revision } = server;
    scene = new Scene();
    scene.storage.write(key, storage.read(key));
    server = new NotesOnServer(scene);
    Object.assign(server, { text, revision });
    store = TestBed.inject(NotesStore);
  }

  it('ROOM-4 saves by itself when there is a pause', async () => {
    await open();
    store.write('a');
    store.write('ab');
    expect(store.state()).toBe('saving');
    await pause();
    expect([server.text, server.revision, store.state()]).toEqual(['ab', 1, 'saved']);
    expect(scene.storage.read(key)).toBeNull();
  });

  it('ROOM-4 saves at once where the field is left', async () => {
    await open();
    store.write('ab');
    store.saveNow();
    await settled();
    expect(server.text).toBe('ab');
  });

  it('ROOM-4 has every keystroke in the browser until the server has it', async () => {
    await open();
    server.unreachable();
    store.write('a');
    await pause();
    expect(store.state()).toBe('unsaved');
    expect(JSON.stringify(scene.storage.read(key))).toContain('"text":"a"');
    server.reachable();
    scene.socket.reconnect();
    await settled();
    expect([server.text, store.state()]).toEqual(['a', 'saved']);
    expect(scene.storage.read(key)).toBeNull();
  });

  it('ROOM-4 tries again by itself', async () => {
    await open();
    server.unreachable();
    store.write('a');
    await pause();
    server.reachable();
    await pause(8000);
    expect(server.text).toBe('a');
  });

  it('ROOM-4 survives a crash of the tab', async () => {
    await open();
    server.unreachable();
    store.write('typed before the crash');
    crash();
    await open();
    expect(store.text()).toBe('typed before the crash');
    await pause();
    expect(server.text).toBe('typed before the crash');
    expect(scene.storage.read(key)).toBeNull();
  });

  it('ROOM-4 leaves alone what another open tab is writing', async () => {
    const theirs = { other: { text: 'of the other tab', base: '', revision: 0 } };
    scene.storage.write(key, theirs);
    scene.locks.elsewhere.add('notes.other');
    await open();
    expect(store.text()).toBe('');
    store.write('mine');
    await pause();
    expect(scene.storage.read(key)).toEqual(theirs);
  });

  it('ROOM-4 sends what is left when the page goes away', async () => {
    await open();
    store.write('last words');
    scene.page.leaves.next();
    expect(scene.graphql.lastWords).toEqual([
      { input: { sessionId: 'session-1', text: 'last words', revision: 0 } },
    ]);
  });

  it('ROOM-4 shows what another page saved when somebody looks again', async () => {
    await open();
    server.become('from the phone');
    scene.page.returns.next();
    await settled();
    expect(store.text()).toBe('from the phone');
  });

  it('ROOM-4 goes on from what another page added to the same', async () => {
    await open();
    store.write('one');
    await pause();
    server.become('one, two');
    store.write('one,');
    await pause();
    expect([store.text(), store.conflict()]).toEqual(['one, two', null]);
  });

  const choices = [
    ['both', 'mine\n\ntheirs'],
    ['mine', 'mine'],
    ['theirs', 'theirs'],
  ] as const;
  for (const [choice, text] of choices) {
    it(`ROOM-4 a conflict overwrites nothing until it is decided: ${choice}`, async () => {
      await open();
      server.become('theirs');
      store.write('mine');
      await pause();
      expect([store.text(), store.conflict(), server.text]).toEqual(['mine', 'theirs', 'theirs']);
      expect(store.state()).toBe('unsaved');
      store.decide(choice);
      await pause();
      expect([store.text(), store.conflict(), server.text]).toEqual([text, null, text]);
      expect(store.state()).toBe('saved');
    });
  }

  it('ROOM-4 what is typed while it saves is saved after it', async () => {
    await open();
    const answer = Promise.withResolvers<SaveNotesMutation>();
    scene.graphql.answer(SaveNotesDocument, () => answer.promise);
    store.write('a');
    await pause();
    store.write('ab');
    server.reachable();
    server.become('a');
    answer.resolve({
      saveNotes: { __typename: 'SessionNotes', text: 'a', revision: 1, savedAt: isoAt(0) },
    });
    await settled();
    expect(store.text()).toBe('ab');
    await pause();
    expect([server.text, store.state()]).toEqual(['ab', 'saved']);
  });

  it('ROOM-4 an answer that was overtaken changes nothing', async () => {
    await open();
    const late = Promise.withResolvers<{ session: { viewerNotes: null } }>();
    scene.graphql.answer(OwnNotesDocument, () => late.promise);
    scene.page.returns.next();
    store.write('new');
    await pause();
    const viewerNotes = { text: '', revision: 0, savedAt: null };
    late.resolve({ session: { viewerNotes } } as never);
    await settled();
    expect(store.text()).toBe('new');
  });

  it('ROOM-4 says why notes are refused, and keeps them here', async () => {
    await open();
    scene.graphql.answer(SaveNotesDocument, () => ({
      saveNotes: { __typename: 'InvalidNotes' as const, message: 'Too long.' },
    }));
    store.write('a');
    await pause();
    expect([store.problem(), store.state(), store.text()]).toEqual(['Too long.', 'unsaved', 'a']);
    expect(scene.storage.read(key)).not.toBeNull();
  });
});
