import { expectAccessible } from '../testing/accessibility';
import { isoAt } from '../testing/builders';
import { Scene } from '../testing/scene';
import { show, textOf } from '../testing/screen';
import { SessionTimelineDocument, type TimelineRowFragment } from './operator-operations';
import { TimelinePage } from './timeline-page';

function aTurn(seq: number, parts: Partial<TimelineRowFragment> = {}): TimelineRowFragment {
  return {
    cursor: `cursor-${String(seq)}`,
    type: 'SESSION_STARTED',
    at: isoAt(seq),
    recordedAt: isoAt(seq),
    connection: null,
    leaveReason: null,
    endReason: null,
    outcome: null,
    issue: null,
    person: null,
    consent: null,
    recordingReason: null,
    ...parts,
  };
}

const mia = { id: 'mia', displayName: 'Mia Mentor' };
const leo = { id: 'leo', displayName: 'Leo Learner' };

describe('TimelinePage', () => {
  let scene: Scene;
  let log: readonly TimelineRowFragment[];

  beforeEach(() => {
    scene = new Scene();
    log = [];
    scene.graphql.answer(SessionTimelineDocument, ({ after, first }) => {
      const from = log.findIndex(({ cursor }) => cursor === after) + 1;
      const nodes = log.slice(from, from + Math.min(first, 2));
      const hasNextPage = from + nodes.length < log.length;
      return {
        session: {
          id: 'session-1',
          title: 'Closures',
          actualStart: isoAt(0),
          mentor: { person: mia },
          learner: { person: leo },
        },
        sessionTimeline: {
          nodes,
          pageInfo: { endCursor: nodes.at(-1)?.cursor ?? null, hasNextPage },
        },
      };
    });
  });

  const rows = (root: HTMLElement) => [...root.querySelectorAll<HTMLElement>('li')].map(textOf);

  it('FAIL-13 shows every turn to its end, with its second and how late it was heard of', async () => {
    log = [
      aTurn(1, { type: 'CONNECTION_JOINED', person: leo, connection: 'PA_1' }),
      aTurn(2, {
        type: 'CONNECTION_LEFT',
        person: leo,
        leaveReason: 'CONNECTION_FAILED',
        recordedAt: isoAt(2 + 2.5 / 60),
        connection: 'PA_1',
      }),
      aTurn(3, { type: 'SESSION_PAUSED' }),
    ];
    const screen = await show(TimelinePage, { id: 'session-1' });
    await screen.settle();
    expect(rows(screen.root)).toEqual([
      'Leo Learner came Today, 12:01:00 PA_1',
      'Leo Learner lost the connection Today, 12:02:00 heard of 2.5 s later PA_1',
      'The session paused Today, 12:03:00',
    ]);
    expect(screen.text).toContain('Closures · Mia Mentor and Leo Learner');
    await expectAccessible(screen);
  });

  it('FAIL-13 shows what failed for whom, and after how long it worked again', async () => {
    const issue = { kind: 'MEDIA_CONNECTION', detail: null } as const;
    log = [
      aTurn(1, { type: 'TECH_ISSUE', person: leo, issue: { ...issue, durationMs: null } }),
      aTurn(2, { type: 'TECH_ISSUE_OVER', person: leo, issue: { ...issue, durationMs: 60_000 } }),
    ];
    const screen = await show(TimelinePage, { id: 'session-1' });
    await screen.settle();
    expect(rows(screen.root)).toEqual([
      'Leo Learner lost picture and sound Today, 12:01:00',
      'Leo Learner had picture and sound again after 1 min 0 s Today, 12:02:00',
    ]);
    await expectAccessible(screen);
  });

  it('ROOM-18 LIFE-8 shows who agreed to what', async () => {
    log = [
      aTurn(1, { type: 'CONSENT_GIVEN', person: leo, consent: 'TRANSCRIPT' }),
      aTurn(2, { type: 'CONSENT_PAUSED', person: mia, consent: 'TRANSCRIPT' }),
    ];
    const screen = await show(TimelinePage, { id: 'session-1' });
    await screen.settle();
    expect(rows(screen.root)).toEqual([
      'Leo Learner agreed to a transcript Today, 12:01:00',
      'Mia Mentor went off the record (transcript) Today, 12:02:00',
    ]);
  });

  it('FAIL-13 goes on by itself behind what is known', async () => {
    jasmine.clock().install();
    try {
      log = [aTurn(1)];
      const screen = await show(TimelinePage, { id: 'session-1' });
      await screen.settle();
      log = [...log, aTurn(2, { type: 'SESSION_PAUSED' })];
      jasmine.clock().tick(5000);
      await screen.settle();
      expect(rows(screen.root).map((row) => row.split(' Today')[0])).toEqual([
        'The session started',
        'The session paused',
      ]);
      expect(scene.graphql.calls(SessionTimelineDocument).at(-1)?.after).toBe('cursor-1');
    } finally {
      jasmine.clock().uninstall();
    }
  });

  it('FAIL-13 says so where nothing has happened', async () => {
    const screen = await show(TimelinePage, { id: 'session-1' });
    await screen.settle();
    expect(screen.text).toContain('Nothing has happened yet.');
  });

  it('FAIL-13 says so of a session that is none, and of a server that is away', async () => {
    scene.graphql.refuse(SessionTimelineDocument, 'not-found');
    const lost = await show(TimelinePage, { id: 'session-2' });
    await lost.settle();
    expect(lost.text).toContain('There is no such session.');
    scene.graphql.refuse(SessionTimelineDocument, 'unreachable');
    const away = await show(TimelinePage, { id: 'session-1' });
    await away.settle();
    expect(away.has('alert')).toBe(true);
  });
});
