import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { ComingSessions } from '../session/coming-sessions';
import { expectAccessible } from '../testing/accessibility';
import { aCard, aClock, aLearner, aPage, isoAt, minutesIn } from '../testing/builders';
import { Scene } from '../testing/scene';
import { type Screen, show } from '../testing/screen';
import { RejoinOffer } from './rejoin-offer';

describe('RejoinOffer', () => {
  const question = 'You left the session. Want to rejoin?';
  let scene: Scene;

  beforeEach(async () => {
    scene = new Scene();
    await scene.signIn();
  });

  const left = (parts = {}) =>
    aCard({
      id: 'session-1',
      actualStart: isoAt(0),
      clock: aClock({ phase: 'PAUSED', serverTime: isoAt(10) }),
      learner: { ...aLearner('AWAY'), since: isoAt(10) },
      ...parts,
    });

  async function open(card = left()): Promise<Screen<RejoinOffer>> {
    scene.clock.set(minutesIn(10));
    scene.plan({ upcoming: aPage([card]) });
    const coming = TestBed.inject(ComingSessions);
    coming.open();
    const screen = await show(RejoinOffer);
    await screen.until(() => coming.isLoaded());
    return screen;
  }

  it('FAIL-5 asks on any page for two minutes, and leads back', async () => {
    const screen = await open();
    expect(screen.text).toContain(question);
    expect(screen.get('link', /Rejoin/).getAttribute('href')).toBe('/session/session-1');
    await expectAccessible(screen);
    scene.clock.set(minutesIn(12));
    await screen.settle();
    expect(screen.text).not.toContain(question);
  });

  it('FAIL-5 says nothing on the page of the session, which asks by itself', async () => {
    const screen = await open();
    await TestBed.inject(Router).navigateByUrl('/session/session-1');
    await screen.settle();
    expect(screen.text).not.toContain(question);
  });

  it('FAIL-5 does not ask again who does not want to, until they leave once more', async () => {
    const screen = await open();
    await screen.press('button', 'Not now');
    expect(screen.text).not.toContain(question);
    scene.plan({
      upcoming: aPage([left({ learner: { ...aLearner('AWAY'), since: isoAt(9.5) } })]),
    });
    await TestBed.inject(ComingSessions).reload();
    await screen.settle();
    expect(screen.text).toContain(question);
  });

  it('FAIL-5 asks nobody who is in the room, on whatever device', async () => {
    const screen = await open(left({ learner: { ...aLearner('IN_ROOM'), since: isoAt(10) } }));
    expect(screen.text).not.toContain(question);
  });
});
