import { expectAccessible } from '../testing/accessibility';
import { isoAt } from '../testing/builders';
import { Scene } from '../testing/scene';
import { show } from '../testing/screen';
import {
  NoticeDeliveriesDocument,
  type NoticeDeliveryRowFragment,
  RetryNoticeDeliveryDocument,
} from './operator-operations';
import { RemindersPage } from './reminders-page';

function aDelivery(parts: Partial<NoticeDeliveryRowFragment> = {}): NoticeDeliveryRowFragment {
  return {
    noticeId: 'notice-1',
    channel: 'EMAIL',
    kind: 'REMINDER_HOUR',
    sessionId: 'session-1',
    sessionTitle: 'Fractions',
    person: { displayName: 'Leo Learner' },
    dueAt: isoAt(-60),
    sentAt: null,
    nextAttemptAt: null,
    isLate: false,
    attempts: 0,
    lastError: null,
    ...parts,
  };
}

describe('RemindersPage', () => {
  let scene: Scene;

  beforeEach(() => {
    scene = new Scene();
    answer([]);
  });

  function answer(rows: readonly NoticeDeliveryRowFragment[], endCursor: string | null = null) {
    scene.graphql.answer(NoticeDeliveriesDocument, () => ({
      noticeDeliveries: {
        edges: rows.map((node) => ({ node })),
        pageInfo: { endCursor, hasNextPage: endCursor !== null },
      },
    }));
  }

  it('PRE-10 lists what is due, and is open to everybody', async () => {
    answer([aDelivery({ channel: null }), aDelivery({ noticeId: 'notice-2', isLate: true })]);
    const screen = await show(RemindersPage);
    expect(screen.text).toContain('Reminder, 1 hour');
    expect(screen.text).toContain('Leo Learner · Fractions');
    expect(screen.text).toContain('Planned');
    expect(screen.text).toContain('Due today, 11:00');
    expect(screen.text).toContain('Late');
    expect(screen.has('button', /Try again/)).toBe(false);
    await expectAccessible(screen);
  });

  it('PRE-10 lists what was sent, late and failed, each with a word where there is none', async () => {
    const screen = await show(RemindersPage);
    for (const [name, filter, none] of [
      ['Sent', 'SENT', 'Nothing has gone out yet.'],
      ['Late', 'LATE', 'Nothing was more than a minute late.'],
      ['Failed', 'FAILED', 'Nothing had to be given up.'],
    ] as const) {
      await screen.press('button', name);
      expect(scene.graphql.calls(NoticeDeliveriesDocument).at(-1)?.filter).toBe(filter);
      expect(screen.text).toContain(none);
      expect(screen.get('button', name).getAttribute('aria-pressed')).toBe('true');
    }
    await expectAccessible(screen);
  });

  it('PRE-10 says when one that was refused is tried again', async () => {
    const refused = { attempts: 2, lastError: 'ECONNECTION 451', nextAttemptAt: isoAt(5) };
    answer([aDelivery(refused)]);
    const screen = await show(RemindersPage);
    expect(screen.text).toContain(
      'The mail server could not be reached (ECONNECTION 451), 2 attempts, tried again today, 12:05',
    );
  });

  it('PRE-10 tries a failed one once more and says so', async () => {
    answer([aDelivery({ attempts: 4, lastError: 'ESOCKET' })]);
    scene.graphql.answer(RetryNoticeDeliveryDocument, () => ({
      retryNoticeDelivery: { __typename: 'NoticeDeliveryRetried' as const },
    }));
    const screen = await show(RemindersPage);
    await screen.press('button', 'Failed');
    expect(screen.text).toContain('The mail server could not be reached (ESOCKET), 4 attempts');
    answer([]);
    await screen.press('button', /^Try again/);
    expect(scene.graphql.calls(RetryNoticeDeliveryDocument)).toEqual([
      { input: { noticeId: 'notice-1', channel: 'EMAIL' } },
    ]);
    expect(screen.text).toContain('It is tried again.');
    expect(screen.text).toContain('Nothing had to be given up.');
  });

  it('PRE-10 says why one cannot be tried again', async () => {
    answer([aDelivery({ attempts: 4 })]);
    const message = 'It was not given up, or is of no use any more.';
    scene.graphql.answer(RetryNoticeDeliveryDocument, () => ({
      retryNoticeDelivery: { __typename: 'NothingToRetry' as const, message },
    }));
    const screen = await show(RemindersPage);
    await screen.press('button', 'Failed');
    await screen.press('button', /^Try again/);
    expect(screen.text).toContain(message);
  });
});
