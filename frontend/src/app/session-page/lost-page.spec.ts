import { ViewerDocument } from '../account/account-operations';
import { expectAccessible } from '../testing/accessibility';
import { aViewer, isoAt } from '../testing/builders';
import { Scene } from '../testing/scene';
import { show } from '../testing/screen';
import { LostPage } from './lost-page';

describe('LostPage', () => {
  let scene: Scene;

  beforeEach(() => {
    scene = new Scene();
  });

  it('FAIL-10 "Page not found", with the way back and who is signed in', async () => {
    scene.graphql.answer(ViewerDocument, () => ({ viewer: aViewer(), serverTime: isoAt(0) }));
    const screen = await show(LostPage);
    expect(screen.has('heading', 'Page not found')).toBe(true);
    expect(screen.text).toContain('Leo Learner');
    expect(screen.get('link', 'Back to Dashboard').getAttribute('href')).toBe('/');
    await expectAccessible(screen);
  });

  it('FAIL-10 is shown to guests, and where the server cannot be asked', async () => {
    scene.graphql.refuse(ViewerDocument, 'unreachable');
    const screen = await show(LostPage);
    expect(screen.has('heading', 'Page not found')).toBe(true);
    expect(screen.has('button', /your account/)).toBe(false);
  });

  it('FAIL-10 asks who it is only once', async () => {
    await scene.signIn();
    await show(LostPage);
    expect(scene.graphql.calls(ViewerDocument).length).toBe(1);
  });
});
