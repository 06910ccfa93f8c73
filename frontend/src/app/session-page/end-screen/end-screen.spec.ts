import type { SessionDetailsFragment } from '../../session/session-operations';
import { expectAccessible } from '../../testing/accessibility';
import { aClock, aSession, isoAt, leo, mia, minutesIn } from '../../testing/builders';
import { Scene } from '../../testing/scene';
import { type Screen, show, textOf } from '../../testing/screen';
import { EndScreen } from './end-screen';

type Parts = Partial<SessionDetailsFragment>;

const ended = aClock({ phase: 'ENDED', serverTime: isoAt(60), activeMs: 50 * 60_000 });

const cancelled: Parts = {
  outcome: 'CANCELLED',
  endReason: 'CANCELLED',
  cancelReason: 'I am ill.',
  actualStart: null,
  clock: aClock({ phase: 'CANCELLED' }),
};

function anEnd(parts: Parts = {}): SessionDetailsFragment {
  return aSession({
    actualStart: isoAt(0),
    actualEnd: isoAt(60),
    outcome: 'COMPLETED',
    endReason: 'TIME_UP',
    clock: ended,
    ...parts,
  });
}

describe('EndScreen', () => {
  let scene: Scene;

  beforeEach(async () => {
    scene = new Scene();
    scene.clock.set(minutesIn(61));
    await scene.signIn();
  });

  async function open(parts: Parts = {}, wasHere = true): Promise<Screen<EndScreen>> {
    await scene.open(anEnd(parts));
    return show(EndScreen, { wasHere });
  }

  it('ROOM-12 "Session has ended", how it counts, and the way back', async () => {
    const screen = await open();
    expect(screen.has('heading', 'Session has ended')).toBe(true);
    const texts = ['Session Completed', 'The planned time is up.', 'Time together 50 minutes'];
    for (const text of texts) expect(screen.text).toContain(text);
    expect(screen.get('link', 'Back to Dashboard').getAttribute('href')).toBe('/');
    await expectAccessible(screen);
  });

  it('ROOM-12 "Book Next Session" and "View Course Content"', async () => {
    const screen = await open();
    const href = (name: string) => screen.get('link', name).getAttribute('href');
    expect(href('Book Next Session')).toBe('/book/mia?course=course-1');
    expect(href('View Course Content')).toBe('/course/course-1');
  });

  it('ROOM-12 a mentor schedules the next session with the same learner and course', async () => {
    const screen = await open({ viewerRole: 'MENTOR' });
    expect(screen.get('link', 'Book Next Session').getAttribute('href')).toBe(
      '/schedule?learner=leo&course=course-1',
    );
  });

  it('ROOM-12 asks for stars and a comment', async () => {
    const screen = await open();
    expect(screen.has('group', 'How was your session with Mia Mentor?')).toBe(true);
    expect(screen.has('radio', '5 stars')).toBe(true);
  });

  it('FAIL-10 "This session has ended." for who comes later', async () => {
    const screen = await open({}, false);
    expect(screen.has('heading', 'This session has ended.')).toBe(true);
    await expectAccessible(screen);
  });

  const ends: readonly [name: string, parts: Parts, texts: readonly string[]][] = [
    [
      'LIFE-6 incomplete',
      { outcome: 'INCOMPLETE', endReason: 'ENDED_BY_MENTOR' },
      ['Session Incomplete', 'The mentor ended the session.'],
    ],
    [
      'LIFE-5 ended by the viewer',
      { outcome: 'INCOMPLETE', endReason: 'ENDED_BY_MENTOR', viewerRole: 'MENTOR' },
      ['Session Incomplete', 'You ended the session.'],
    ],
    [
      'LIFE-5 both gone',
      { outcome: 'INCOMPLETE', endReason: 'BOTH_GONE' },
      ['Session Incomplete', 'Both of you had left the room.'],
    ],
    [
      'LIFE-6 agreed',
      { outcome: 'COMPLETED', endReason: 'AGREED' },
      ['Session Completed', 'You both agreed to finish.'],
    ],
    [
      'LIFE-5 never together',
      { outcome: 'INCOMPLETE', endReason: 'NEVER_MET', actualStart: null },
      ['Session Incomplete', 'You were never in the room together.'],
    ],
    [
      'LIFE-6 nobody came',
      {
        outcome: 'NO_SHOW',
        endReason: 'NO_SHOW',
        actualStart: null,
        missing: [{ id: leo.id }, { id: mia.id }],
      },
      ['Missed', 'Neither of you came.'],
    ],
    [
      'LIFE-6 the mentor did not come',
      { outcome: 'NO_SHOW', endReason: 'NO_SHOW', actualStart: null, missing: [{ id: mia.id }] },
      ['Missed', 'Mia Mentor did not come.'],
    ],
    [
      'LIFE-6 the viewer did not come',
      { outcome: 'NO_SHOW', endReason: 'NO_SHOW', actualStart: null, missing: [{ id: leo.id }] },
      ['Missed', 'You did not come.'],
    ],
    [
      'LIFE-5 PRE-11 cancelled by the other',
      { ...cancelled, cancelledBy: mia },
      ['Cancelled', 'This session was cancelled.', 'Cancelled by Mia Mentor.', 'I am ill.'],
    ],
    [
      'LIFE-5 PRE-11 cancelled by the viewer',
      { ...cancelled, cancelledBy: leo },
      ['Cancelled by you.', 'I am ill.'],
    ],
    ['LIFE-5 cancelled by neither', cancelled, ['It was cancelled.', 'I am ill.']],
  ];
  for (const [name, parts, texts] of ends) {
    it(`${name}: ${texts.join(' · ')}`, async () => {
      const screen = await open(parts);
      for (const text of texts) expect(screen.text).toContain(text);
      await expectAccessible(screen);
    });
  }

  it('ROOM-12 asks nothing of a session that never was', async () => {
    const screen = await open({ outcome: 'NO_SHOW', actualStart: null });
    expect(screen.has('radio')).toBe(false);
    expect(screen.text).not.toContain('Time together');
  });

  it('ROOM-12 what was given can be changed for a while, then only be read', async () => {
    const viewerFeedback = { rating: 4, comment: 'Thanks', editableUntil: isoAt(90) };
    const screen = await open({ viewerFeedback });
    await screen.press('button', 'Change it');
    expect((screen.get('radio', '4 stars') as HTMLInputElement).checked).toBe(true);
    scene.clock.set(minutesIn(91));
    await screen.settle();
    expect(screen.has('radio')).toBe(false);
    expect(screen.text).toContain('You gave 4 of 5 stars. Thanks');
    await expectAccessible(screen);
  });

  it('ROOM-15 says the end aloud', async () => {
    const screen = await open();
    expect(screen.all('status').map(textOf)).toContain('Session has ended');
  });
});
