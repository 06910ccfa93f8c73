import { TestBed } from '@angular/core/testing';
import { ViewerStore } from '../account/viewer-store';
import { aViewer, thePreferences } from '../testing/builders';
import { Scene } from '../testing/scene';
import { settled } from '../testing/screen';
import {
  PreferencesChangedDocument,
  PreferencesDocument,
  type PreferencesPartsFragment,
  UpdatePreferencesDocument,
  type UpdatePreferencesMutation,
} from './preferences-operations';
import { PreferencesStore, usualPreferences } from './preferences-store';

type Answer = UpdatePreferencesMutation['updatePreferences'];

describe('PreferencesStore', () => {
  let scene: Scene;
  let store: PreferencesStore;

  beforeEach(() => {
    scene = new Scene();
    store = TestBed.inject(PreferencesStore);
  });

  /** The viewer signs in, and has these preferences. */
  async function arrive(parts: Partial<PreferencesPartsFragment> = {}): Promise<void> {
    scene.graphql.answer(PreferencesDocument, () => ({ preferences: thePreferences(parts) }));
    await scene.signIn(aViewer({ timeZone: parts.timeZone ?? 'Europe/London' }));
    TestBed.tick();
    await settled();
  }

  async function hear(parts: Partial<PreferencesPartsFragment>): Promise<void> {
    const preferencesChanged = thePreferences(parts);
    scene.graphql.stream(PreferencesChangedDocument).push({ preferencesChanged });
    await settled();
  }

  function answer(parts: Partial<PreferencesPartsFragment>): Answer {
    return { __typename: 'Preferences', ...thePreferences(parts) };
  }

  /** The answers to changes come when the test gives them. */
  function holdAnswers(): ((answer: Answer) => Promise<void>)[] {
    const held: ((answer: Answer) => Promise<void>)[] = [];
    scene.graphql.answer(UpdatePreferencesDocument, () => {
      const reply = Promise.withResolvers<UpdatePreferencesMutation>();
      held.push(async (updatePreferences) => {
        reply.resolve({ updatePreferences });
        await settled();
      });
      return reply.promise;
    });
    return held;
  }

  it('PRE-2 gives the usual ones to nobody, and until they are known', async () => {
    TestBed.tick();
    await settled();
    expect(store.preferences()).toEqual(usualPreferences);
    expect(store.isLoaded()).toBe(false);
    expect(scene.graphql.calls(PreferencesDocument)).toEqual([]);
  });

  it('PRE-2 is settled once they are known, or cannot be', async () => {
    expect(store.isSettled()).toBe(false);
    scene.graphql.refuse(PreferencesDocument, 'unreachable');
    await scene.signIn();
    TestBed.tick();
    await settled();
    expect([store.isLoaded(), store.isSettled()]).toEqual([false, true]);
    await hear({});
    expect(store.isSettled()).toBe(true);
  });

  it('PRE-2 PRE-5 knows what the viewer chose, on whatever device', async () => {
    await arrive({ autoJoin: true, volume: 30 });
    expect(store.isLoaded()).toBe(true);
    expect(store.preferences().autoJoin).toBe(true);
    expect(store.preferences().volume).toBe(30);
    await hear({ revision: 2, autoJoin: false, volume: 40 });
    expect(store.preferences().autoJoin).toBe(false);
    expect(store.preferences().volume).toBe(40);
  });

  it('PRE-2 counts a change at once, and keeps it', async () => {
    await arrive();
    const [held, changing] = [holdAnswers(), store.change({ voice: true })];
    expect(store.preferences().voice).toBe(true);
    await settled();
    await held[0]?.(answer({ revision: 2, voice: true }));
    await changing;
    expect(store.preferences().voice).toBe(true);
    expect(store.fault()).toBeNull();
    expect(scene.graphql.calls(UpdatePreferencesDocument)).toEqual([{ input: { voice: true } }]);
  });

  it('FAIL-10 PRE-2 takes a change back that cannot be kept, and says why', async () => {
    await arrive();
    await store.change({ volume: 10 });
    expect(store.preferences().volume).toBe(70);
    expect(store.fault()).toBe('unreachable');
    const refused: Answer = { __typename: 'InvalidPreferences', message: 'No.' };
    scene.graphql.answer(UpdatePreferencesDocument, () => ({ updatePreferences: refused }));
    await store.change({ volume: 1000 });
    expect(store.preferences().volume).toBe(70);
    expect(store.fault()).toBe('refused');
  });

  it('PRE-2 PRE-10 sends one change at a time, and those made meanwhile as one', async () => {
    await arrive();
    const held = holdAnswers();
    const changing = [
      store.change({ volume: 1 }),
      store.change({ volume: 2 }),
      store.change({ reminders: [{ lead: 'DAY', channels: [] }] }),
      store.change({ volume: 3 }),
    ];
    await settled();
    expect(scene.graphql.calls(UpdatePreferencesDocument)).toEqual([{ input: { volume: 1 } }]);
    expect(store.preferences().volume).toBe(3);
    await held[0]?.(answer({ revision: 2, volume: 1 }));
    expect(store.preferences().volume).toBe(3);
    const input = { volume: 3, reminders: [{ lead: 'DAY', channels: [] }] };
    expect(scene.graphql.calls(UpdatePreferencesDocument)[1]).toEqual(
      jasmine.objectContaining({ input }),
    );
    await held[1]?.(answer({ revision: 3, volume: 3 }));
    await Promise.all(changing);
    expect(store.preferences().volume).toBe(3);
  });

  it('PRE-2 goes on with the next change where one failed', async () => {
    await arrive();
    scene.graphql.refuse(UpdatePreferencesDocument, 'failed');
    const failing = store.change({ volume: 1 });
    const held = holdAnswers();
    const going = store.change({ voice: true });
    await settled();
    expect(store.preferences().volume).toBe(70);
    await held[0]?.(answer({ revision: 2, voice: true }));
    await Promise.all([failing, going]);
    expect(store.preferences().voice).toBe(true);
    expect(store.fault()).toBe('failed');
  });

  it('PRE-2 is not set back by an answer that is older than the news', async () => {
    await arrive();
    const [held, changing] = [holdAnswers(), store.change({ voice: true })];
    await settled();
    await hear({ revision: 3, voice: true, volume: 5 });
    await held[0]?.(answer({ revision: 2, voice: true }));
    await changing;
    expect(store.preferences().volume).toBe(5);
  });

  it('FAIL-8 knows after a broken connection what was changed meanwhile', async () => {
    await arrive();
    scene.graphql.stream(PreferencesChangedDocument).reconnect();
    await hear({ revision: 7, chimeOneMinute: false });
    expect(store.preferences().chimeOneMinute).toBe(false);
  });

  it('FAIL-10 says that they are not known yet, and learns them by itself', async () => {
    await scene.signIn();
    TestBed.tick();
    await settled();
    expect(store.isLoaded()).toBe(false);
    expect(store.fault()).toBe('unreachable');
    scene.graphql.answer(PreferencesDocument, () => ({ preferences: thePreferences() }));
    scene.graphql.askAgain();
    await settled();
    expect(store.isLoaded()).toBe(true);
    expect(store.fault()).toBeNull();
  });

  it('PRE-8 takes the time zone of the device once, where none was chosen', async () => {
    const held = holdAnswers();
    await arrive({ timeZone: null });
    expect(scene.graphql.calls(UpdatePreferencesDocument)).toEqual([
      { input: { timeZone: 'Europe/London' } },
    ]);
    await held[0]?.(answer({ revision: 2 }));
    expect(TestBed.inject(ViewerStore).viewer()?.timeZone).toBe('Europe/London');
    await hear({ revision: 3, timeZone: 'Asia/Tokyo' });
    expect(TestBed.inject(ViewerStore).writing().timeZone).toBe('Asia/Tokyo');
    expect(scene.graphql.calls(UpdatePreferencesDocument).length).toBe(1);
  });

  it('PRE-2 forgets them with the viewer', async () => {
    await arrive({ volume: 5 });
    TestBed.inject(ViewerStore).forget();
    TestBed.tick();
    expect(store.preferences()).toEqual(usualPreferences);
    expect(store.isLoaded()).toBe(false);
    expect(scene.graphql.stream(PreferencesChangedDocument).isWatched).toBe(false);
  });
});
