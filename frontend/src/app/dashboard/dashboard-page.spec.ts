import { PagePrefetch } from '../platform/page-prefetch';
import { expectAccessible } from '../testing/accessibility';
import {
  aCard,
  aClock,
  aLearner,
  aMentor,
  aPage,
  aViewer,
  isoAt,
  leo,
  mia,
  minutesIn,
} from '../testing/builders';
import { Scene } from '../testing/scene';
import { type Screen, show, textOf } from '../testing/screen';
import { type Card } from '../session/session-lists';
import { SessionPagesDocument } from '../session/session-lists-operations';
import { DashboardPage } from './dashboard-page';

const later = aCard({
  id: 'later',
  title: 'Promises',
  clock: aClock({ phase: 'EARLY', startsAt: isoAt(1440), endsAt: isoAt(1500) }),
});
const over = aCard({
  id: 'over',
  title: 'Scopes',
  outcome: 'COMPLETED',
  clock: aClock({
    phase: 'ENDED',
    startsAt: isoAt(-1440),
    endsAt: isoAt(-1380),
    activeMs: 55 * 60_000,
  }),
});

type Lists = Parameters<Scene['plan']>[0];

describe('DashboardPage', () => {
  let scene: Scene;
  let wanted: string[];

  beforeEach(async () => {
    wanted = [];
    const want = (path: string) => wanted.push(path);
    scene = new Scene({ provide: PagePrefetch, useValue: { want } });
    await scene.signIn();
  });

  function open({
    next = aCard(),
    ...lists
  }: { readonly next?: Card | null } & Lists = {}): Promise<Screen<DashboardPage>> {
    scene.plan({ upcoming: aPage(next ? [next] : []), ...lists });
    return show(DashboardPage);
  }

  it('PRE-12 greets, and shows the next session with its countdown and the way in', async () => {
    const screen = await open();
    expect(screen.has('heading', 'Hello, Leo Learner')).toBe(true);
    expect(screen.has('heading', 'Closures')).toBe(true);
    expect(screen.text).toContain('Mia Mentor');
    expect(textOf(screen.get('timer'))).toBe('Session starts in 10:00');
    expect(screen.get('link', 'Join').getAttribute('href')).toBe('/session/session-1');
    await expectAccessible(screen);
  });

  it('PRE-12 shows a mentor their learner', async () => {
    const screen = await open({
      next: aCard({ viewerRole: 'MENTOR', other: aLearner() }),
    });
    expect(screen.text).toContain('Leo Learner your learner');
  });

  it('PRE-13 has no Join before the door opens, and says when it does', async () => {
    scene.clock.set(minutesIn(-60));
    const screen = await open({ next: aCard({ clock: aClock({ phase: 'EARLY' }) }) });
    expect(screen.has('link', 'Join')).toBe(false);
    expect(screen.has('link', 'Check your devices')).toBe(true);
    expect(screen.text).toContain('You can join from 11:45.');
    expect(wanted).toEqual([]);
    await expectAccessible(screen);
    scene.clock.set(minutesIn(-15));
    await screen.settle();
    expect(screen.has('link', 'Join')).toBe(true);
    expect(wanted).toEqual(['session/:id']);
  });

  const urgencies: readonly [name: string, minute: number, button: string, size: string][] = [
    ['PRE-4 calm until five minutes before', -6, 'Join', 'large'],
    ['PRE-4 large from five minutes before on', -5, 'Join', 'huge'],
    ['PRE-4 in the last minute', -1, 'Join Now!', 'huge'],
    ['PRE-6 after the start', 1, 'Join Now!', 'huge'],
  ];
  for (const [name, minute, button, size] of urgencies) {
    it(`${name}: "${button}", ${size}`, async () => {
      scene.clock.set(minutesIn(minute));
      const screen = await open();
      expect(screen.get('link', button).getAttribute('data-size')).toBe(size);
      expect(screen.text.includes('Get ready to join!')).toBe(minute === -1);
      expect(screen.has('switch', /Auto-join/)).toBe(true);
      await expectAccessible(screen);
    });
  }

  it('PRE-6 whoever is in is not called', async () => {
    scene.clock.set(minutesIn(3));
    const screen = await open({ next: aCard({ learner: aLearner('IN_ROOM') }) });
    expect(screen.text).toContain('You are in the session');
    expect(screen.has('link', 'Join')).toBe(true);
  });

  const states: readonly [name: string, parts: Partial<Card>, text: string][] = [
    ['PRE-6 nobody came', {}, 'You missed your start, Join Now!'],
    ['PRE-6 the other one waits', { other: aMentor('IN_ROOM') }, 'Mia Mentor is waiting'],
    ['LIFE-3 paused', { clock: aClock({ phase: 'PAUSED' }) }, 'Paused'],
    ['LIFE-1 in progress', { clock: aClock({ phase: 'IN_PROGRESS' }) }, 'In progress'],
  ];
  for (const [name, parts, text] of states) {
    it(`${name}: "${text}" stands in the countdown’s place`, async () => {
      scene.clock.set(minutesIn(3));
      const screen = await open({ next: aCard(parts) });
      expect(screen.text).toContain(text);
      expect(screen.has('timer')).toBe(false);
    });
  }

  for (const [phase, text] of [
    ['PAUSED', 'Paused'],
    ['IN_PROGRESS', 'In progress'],
  ] as const) {
    it(`LIFE-3 counts down to no start where both have met before it: "${text}"`, async () => {
      scene.clock.set(minutesIn(-5));
      const screen = await open({ next: aCard({ clock: aClock({ phase }) }) });
      expect(screen.text).toContain(text);
      expect(screen.has('timer')).toBe(false);
      expect(screen.has('link', 'Join')).toBe(true);
    });
  }

  it('PRE-12 lists what comes and what was, with outcome and length', async () => {
    const screen = await open({ upcoming: aPage([aCard(), later]), past: aPage([over]) });
    const rows = screen.all('listitem').map(textOf);
    expect(rows.length).toBe(2);
    expect(rows[0]).toContain('Promises JavaScript in depth · with Mia Mentor');
    expect(rows[0]).toContain('Tomorrow, 12:00 – 13:00');
    expect(rows[1]).toContain('Session Completed');
    expect(rows[1]).toContain('55 minutes together');
    expect(screen.get('link', /Scopes/).getAttribute('href')).toBe('/session/over');
    await expectAccessible(screen);
  });

  it('PRE-12 marks what can be joined in the list too', async () => {
    const open2 = aCard({ id: 'other', title: 'Modules' });
    const screen = await open({ upcoming: aPage([aCard(), open2]) });
    expect(textOf(screen.get('listitem'))).toContain('Join now');
  });

  it('PRE-12 shows more', async () => {
    const screen = await open({
      past: aPage([over], 'cursor-1'),
      more: aPage([aCard({ id: 'older', title: 'Hoisting', outcome: 'NO_SHOW' })]),
    });
    await screen.press('button', 'Show more');
    expect(screen.text).toContain('Hoisting');
    expect(screen.text).toContain('Missed');
    expect(screen.has('button', 'Show more')).toBe(false);
    expect(screen.all('status').map(textOf)).toContain('1 more session shown');
  });

  it('ROOM-15 the keyboard goes on where more is shown', async () => {
    const screen = await open({ past: aPage([over], 'cursor-1') });
    const pages = [
      aPage([aCard({ id: 'older', title: 'Hoisting', outcome: 'NO_SHOW' })], 'cursor-2'),
      aPage([aCard({ id: 'oldest', title: 'Values', outcome: 'COMPLETED' })]),
    ];
    scene.graphql.answer(SessionPagesDocument, () => ({ sessions: pages.shift() ?? aPage([]) }));
    screen.get('button', 'Show more').focus();
    await screen.press('button', 'Show more');
    expect(document.activeElement).toBe(screen.get('button', 'Show more'));
    await screen.press('button', 'Show more');
    expect(document.activeElement).toBe(screen.get('link', /Values/));
  });

  it('PRE-12 shows the feedback that was given, and why a session was cancelled', async () => {
    const viewerFeedback = { rating: 4, comment: '', editableUntil: isoAt(0) };
    const cancelled = aCard({ id: 'off', outcome: 'CANCELLED', cancelReason: 'I am ill.' });
    const by = [
      { ...cancelled, id: 'off-2', cancelledBy: mia },
      { ...cancelled, id: 'off-3', cancelledBy: leo },
    ];
    const screen = await open({ past: aPage([{ ...over, viewerFeedback }, cancelled, ...by]) });
    const rows = screen.all('listitem').map(textOf);
    expect(rows[0]).toContain('You gave 4 of 5 stars');
    expect(rows[1]).toContain('Reason: I am ill.');
    expect(rows[2]).toContain('Cancelled by Mia Mentor: I am ill.');
    expect(rows[3]).toContain('Cancelled by you: I am ill.');
    await expectAccessible(screen);
  });

  it('FAIL-10 says so when more cannot be shown, and keeps what is there', async () => {
    const screen = await open({ past: aPage([over], 'cursor-1') });
    scene.graphql.refuse(SessionPagesDocument, 'unreachable');
    await screen.press('button', 'Show more');
    expect(textOf(screen.get('alert'))).toContain('Unable to connect. Try again.');
    expect(screen.has('button', 'Show more')).toBe(true);
    await expectAccessible(screen);
  });

  it('PRE-12 shows a learner without a session the way to the mentors', async () => {
    const screen = await open({ next: null });
    expect(screen.has('heading', 'No session is planned')).toBe(true);
    expect(screen.has('heading', 'Upcoming')).toBe(false);
    expect(screen.text).toContain('Sessions that have ended are kept here');
    expect(screen.get('link', 'Book with your mentor').getAttribute('href')).toBe('/courses');
    await expectAccessible(screen);
  });

  it('PRE-12 OPS leads who only administers to the overview, in words of their own', async () => {
    await scene.signIn(aViewer({ roles: ['ADMIN'] }));
    const screen = await open({ next: null });
    expect(screen.has('heading', 'You have no sessions')).toBe(true);
    expect(screen.get('link', 'Open the overview').getAttribute('href')).toBe('/operator');
    expect(screen.get('link', 'Overview').getAttribute('href')).toBe('/operator');
    for (const word of ['your mentor', 'Nothing is booked', 'Past sessions']) {
      expect(screen.text).not.toContain(word);
    }
    await expectAccessible(screen);
  });

  it('PRE-12 who teaches and administers has both', async () => {
    await scene.signIn(aViewer({ roles: ['ADMIN', 'MENTOR'] }));
    const screen = await open({ next: null });
    expect(screen.has('link', 'Overview')).toBe(true);
    expect(screen.has('link', 'Set your availability')).toBe(true);
    expect(screen.text).toContain('Past sessions');
  });

  it('PRE-12 a learner who knows a mentor books with them', async () => {
    const screen = await open({ next: null, past: aPage([over]) });
    expect(screen.get('link', 'Book with Mia Mentor').getAttribute('href')).toBe(
      '/book/mia?course=course-1',
    );
  });

  it('PRE-12 shows a mentor without a session where to begin', async () => {
    await scene.signIn(aViewer({ roles: ['MENTOR'] }));
    const screen = await open({ next: null });
    expect(screen.get('link', 'Set your availability').getAttribute('href')).toBe('/availability');
    for (const link of screen.all('link', 'Schedule a session')) {
      expect(link.getAttribute('href')).toBe('/schedule');
    }
    await expectAccessible(screen);
  });

  it('ROOM-15 says that it loads', async () => {
    scene.graphql.answer(SessionPagesDocument, () => new Promise<never>(() => undefined));
    const screen = await show(DashboardPage);
    expect(screen.has('status', 'Your sessions are loading')).toBe(true);
    await expectAccessible(screen);
  });

  it('FAIL-10 "Unable to connect." with Retry', async () => {
    scene.graphql.refuse(SessionPagesDocument, 'unreachable');
    const screen = await show(DashboardPage);
    expect(textOf(screen.get('alert'))).toContain('Unable to connect.');
    await expectAccessible(screen);
    scene.plan({ upcoming: aPage([aCard()]) });
    await screen.press('button', 'Retry');
    expect(screen.has('heading', 'Closures')).toBe(true);
  });
});
