import { expectAccessible } from '../testing/accessibility';
import { aCard, aLearner, isoAt, minutesIn } from '../testing/builders';
import { Scene } from '../testing/scene';
import { type Screen, show, textOf } from '../testing/screen';
import { CancelSessionDocument } from './scheduling-operations';
import { SessionMenu } from './session-menu';

describe('SessionMenu', () => {
  let scene: Scene;

  beforeEach(async () => {
    scene = new Scene();
    await scene.signIn();
  });

  async function open(parts: Parameters<typeof aCard>[0] = {}): Promise<Screen<SessionMenu>> {
    const screen = await show(SessionMenu, { session: aCard(parts) });
    await screen.press('button', 'Options for Closures');
    await screen.until(() => screen.has('menu'));
    return screen;
  }

  it('PRE-11 PRE-12 lists what can be done with a session that is planned', async () => {
    const screen = await open();
    expect(screen.all('menuitem').map(textOf)).toContain('Cancel session');
    expect(screen.get('menuitem', 'View Course Content').getAttribute('href')).toBe(
      '/course/course-1',
    );
    expect(screen.get('menuitem', 'Book Next Session').getAttribute('href')).toBe(
      '/book/mia?course=course-1',
    );
    expect(screen.get('button').getAttribute('aria-expanded')).toBe('true');
    await expectAccessible(screen);
  });

  it('PRE-12 a mentor schedules, with the same learner', async () => {
    const screen = await open({ viewerRole: 'MENTOR', other: aLearner() });
    expect(screen.get('menuitem', 'Schedule next session').getAttribute('href')).toBe(
      '/schedule?learner=leo&course=course-1',
    );
    expect(screen.text).not.toContain('Book');
  });

  it('PRE-12 who administers neither books nor proposes', async () => {
    const screen = await open({ viewerRole: 'ADMIN' });
    expect(screen.all('menuitem').map(textOf)).toEqual(['View Course Content', 'Cancel session']);
  });

  it('PRE-6 a missed start can still be joined, first of all', async () => {
    scene.clock.set(minutesIn(3));
    const screen = await open();
    const [first] = screen.all('menuitem');
    expect(first && textOf(first)).toBe('Join Now!');
    expect(first?.getAttribute('href')).toBe('/session/session-1');
  });

  for (const [name, parts] of [
    ['has ended', { outcome: 'COMPLETED' }],
    ['has begun', { actualStart: isoAt(0) }],
  ] as const) {
    it(`PRE-11 does not offer to cancel what ${name}`, async () => {
      const screen = await open(parts);
      expect(screen.has('menuitem', 'Cancel session')).toBe(false);
    });
  }

  it('ROOM-15 Escape closes the menu and gives the focus back', async () => {
    const screen = await open();
    await screen.key(screen.get('menuitem', 'View Course Content'), 'Escape');
    expect(screen.has('menu')).toBe(false);
    expect(document.activeElement).toBe(screen.get('button', 'Options for Closures'));
  });

  it('ROOM-15 a click elsewhere closes the menu', async () => {
    const screen = await open();
    document.body.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
    await screen.settle();
    expect(screen.has('menu')).toBe(false);
  });

  it('PRE-11 cancels with a reason', async () => {
    scene.graphql.answer(CancelSessionDocument, () => ({
      cancelSession: { __typename: 'Session' as const },
    }));
    const screen = await open();
    await screen.press('menuitem', 'Cancel session');
    expect(screen.text).toContain('Closures with Mia Mentor, Today, 12:00 – 13:00.');
    expect(document.activeElement).toBe(screen.field('Reason'));
    await expectAccessible(screen);
    await screen.type('Reason', ' I am ill. ');
    await screen.press('button', 'Cancel session');
    await screen.until(() => !screen.has('dialog'));
    expect(scene.graphql.calls(CancelSessionDocument)).toEqual([
      { input: { sessionId: 'session-1', reason: 'I am ill.' } },
    ]);
    expect(document.activeElement).toBe(screen.get('button', 'Options for Closures'));
  });

  it('PRE-11 asks for the reason at its field', async () => {
    const screen = await open();
    await screen.press('menuitem', 'Cancel session');
    await screen.press('button', 'Cancel session');
    expect(textOf(screen.get('alert'))).toContain('Say in a word why');
    expect(document.activeElement).toBe(screen.field('Reason'));
    expect(scene.graphql.calls(CancelSessionDocument)).toEqual([]);
    await expectAccessible(screen);
  });

  it('PRE-11 says why a session was not cancelled', async () => {
    scene.graphql.answer(CancelSessionDocument, () => ({
      cancelSession: {
        __typename: 'SessionAlreadyStarted' as const,
        message: 'The session has started.',
      },
    }));
    const screen = await open();
    await screen.press('menuitem', 'Cancel session');
    await screen.type('Reason', 'I am ill.');
    await screen.press('button', 'Cancel session');
    expect(textOf(screen.get('alert'))).toBe('The session has started.');
    scene.graphql.refuse(CancelSessionDocument, 'unreachable');
    await screen.press('button', 'Cancel session');
    expect(textOf(screen.get('alert'))).toBe('Unable to connect. Try again.');
    scene.graphql.refuse(CancelSessionDocument, 'too-many');
    await screen.press('button', 'Cancel session');
    expect(textOf(screen.get('alert'))).toContain('Wait a few minutes');
    await screen.press('button', 'Keep session');
    await screen.until(() => !screen.has('dialog'));
  });
});
