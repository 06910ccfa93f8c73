import { TestBed } from '@angular/core/testing';
import { ViewerStore } from '../account/viewer-store';
import { PreferencesDocument } from '../preferences/preferences-operations';
import { ComingSessions } from '../session/coming-sessions';
import { SessionPagesDocument } from '../session/session-lists-operations';
import { aCard, aPage, aViewer, minutesIn, thePreferences } from '../testing/builders';
import { Scene } from '../testing/scene';
import { show } from '../testing/screen';
import { SessionWatch } from './session-watch';

describe('SessionWatch', () => {
  let scene: Scene;
  let coming: ComingSessions;

  beforeEach(async () => {
    scene = new Scene();
    scene.clock.set(minutesIn(-600));
    scene.graphql.answer(PreferencesDocument, () => ({ preferences: thePreferences() }));
    scene.plan({ upcoming: aPage([aCard({ id: 'of-leo' })]) });
    coming = TestBed.inject(ComingSessions);
    await scene.signIn();
  });

  const ids = () => coming.sessions().map(({ id }) => id);

  it('PRE-12 follows what comes from signing in to signing out', async () => {
    const screen = await show(SessionWatch);
    await screen.until(() => coming.isLoaded());
    expect(ids()).toEqual(['of-leo']);
    TestBed.inject(ViewerStore).forget();
    await screen.settle();
    expect(coming.isLoaded()).toBe(false);
  });

  it('PRE-12 shows nothing of one person to another who signs in on the same page', async () => {
    const screen = await show(SessionWatch);
    await screen.until(() => coming.isLoaded());
    scene.plan({ upcoming: aPage([aCard({ id: 'of-mia' })]) });
    const mia = aViewer();
    await scene.signIn({ ...mia, person: { ...mia.person, id: 'mia' } });
    await screen.until(() => ids().includes('of-mia'));
    expect(ids()).toEqual(['of-mia']);
  });

  it('PRE-12 does not ask again for whom a page has asked already', async () => {
    coming.open();
    const screen = await show(SessionWatch);
    await screen.until(() => coming.isLoaded());
    expect(scene.graphql.calls(SessionPagesDocument).length).toBe(1);
  });
});
