import type { SessionCardFragment } from '../session/session-operations';
import { expectAccessible } from '../testing/accessibility';
import { aCard, isoAt, leo, mia, minutesIn } from '../testing/builders';
import { Scene } from '../testing/scene';
import { type Screen, show, textOf } from '../testing/screen';
import { PlanPanel } from './plan-panel';
import {
  AcceptRescheduleDocument,
  DeclineRescheduleDocument,
  ProposeRescheduleDocument,
  WithdrawRescheduleDocument,
} from './scheduling-operations';
import { SessionMenu } from './session-menu';

const dayMinutes = 24 * 60;
const tomorrow = { startsAt: isoAt(dayMinutes), endsAt: isoAt(dayMinutes + 60) };
const dayAfter = { startsAt: isoAt(2 * dayMinutes), endsAt: isoAt(2 * dayMinutes + 60) };

type Proposal = NonNullable<SessionCardFragment['rescheduleProposal']>;

function aProposal(parts: Partial<Proposal> = {}): Proposal {
  return {
    id: 'proposal-1',
    note: 'I am at the dentist.',
    proposedAt: isoAt(-20),
    by: mia,
    times: [tomorrow, dayAfter],
    ...parts,
  };
}

const done = { __typename: 'Session' as const };

describe('Rescheduling', () => {
  let scene: Scene;

  beforeEach(async () => {
    scene = new Scene();
    await scene.signIn();
  });

  const panel = (parts: Partial<SessionCardFragment> = {}) =>
    show(PlanPanel, { session: aCard(parts) });

  async function put(screen: Screen<PlanPanel>, label: string, value: string) {
    const field = screen.field(label);
    field.value = value;
    field.dispatchEvent(new Event('change', { bubbles: true }));
    await screen.settle();
  }

  async function proposing(): Promise<Screen<PlanPanel>> {
    const screen = await panel();
    screen.get('button', 'Propose another time').focus();
    await screen.press('button', 'Propose another time');
    await screen.until(() => screen.has('dialog'));
    return screen;
  }

  it('PRE-11 proposes times with a note', async () => {
    scene.graphql.answer(ProposeRescheduleDocument, () => ({ proposeReschedule: done }));
    const screen = await proposing();
    expect(screen.field('Date').value).toBe('2030-03-05');
    expect(screen.field('Start').value).toBe('12:00');
    await expectAccessible(screen);
    await screen.press('button', 'Add another time');
    expect((document.activeElement as HTMLInputElement).value).toBe('2030-03-06');
    await screen.type('Note (optional)', 'I am at the dentist.');
    await screen.press('button', 'Propose');
    await screen.until(() => !screen.has('dialog'));
    expect(scene.graphql.calls(ProposeRescheduleDocument)).toEqual([
      {
        input: {
          sessionId: 'session-1',
          note: 'I am at the dentist.',
          times: [tomorrow, dayAfter],
        },
      },
    ]);
    expect(document.activeElement).toBe(screen.get('button', 'Propose another time'));
  });

  it('PRE-11 proposes up to five times, and takes them back', async () => {
    const screen = await proposing();
    for (let count = 1; count < 5; count++) await screen.press('button', 'Add another time');
    expect(screen.has('button', 'Add another time')).toBe(false);
    await screen.press('button', 'Remove time 5');
    expect(document.activeElement).toBe(screen.get('button', 'Add another time'));
  });

  it('PRE-11 says at each time what is wrong with it', async () => {
    const screen = await proposing();
    await put(screen, 'Date', '2030-03-04');
    await screen.press('button', 'Propose');
    expect(screen.all('alert').map(textOf)).toContain('This is when the session is now.');
    expect(document.activeElement).toBe(screen.field('Date'));
    expect(scene.graphql.calls(ProposeRescheduleDocument)).toEqual([]);
    await expectAccessible(screen);
  });

  it('PRE-11 says why nothing was proposed', async () => {
    scene.graphql.answer(ProposeRescheduleDocument, () => ({
      proposeReschedule: { __typename: 'SessionAlreadyStarted' as const, message: 'Too late.' },
    }));
    const screen = await proposing();
    await screen.press('button', 'Propose');
    expect(screen.all('alert').map(textOf)).toContain('Too late.');
  });

  it('PRE-11 shows what the other proposes, and accepts one of the times', async () => {
    scene.graphql.answer(AcceptRescheduleDocument, () => ({ acceptReschedule: done }));
    const screen = await panel({ rescheduleProposal: aProposal() });
    expect(screen.has('group', 'Mia Mentor proposes another time')).toBe(true);
    expect(screen.text).toContain('I am at the dentist.');
    await expectAccessible(screen);
    await screen.press('button', 'Accept');
    expect(screen.all('alert').map(textOf)).toContain('Choose one of the times.');
    await screen.press('radio', /^Wednesday 6 March/);
    await screen.press('button', 'Accept');
    const { startsAt } = dayAfter;
    expect(scene.graphql.calls(AcceptRescheduleDocument)).toEqual([
      { input: { sessionId: 'session-1', proposalId: 'proposal-1', startsAt } },
    ]);
  });

  it('PRE-11 the only time is chosen already; one that is over cannot be', async () => {
    scene.clock.set(minutesIn(dayMinutes));
    const screen = await panel({ rescheduleProposal: aProposal() });
    const [over, open] = screen.all('radio') as readonly HTMLInputElement[];
    expect(over?.disabled).toBe(true);
    expect(open?.checked).toBe(true);
  });

  it('PRE-11 says why a time was not accepted', async () => {
    const message = 'You have another session at that time.';
    scene.graphql.answer(AcceptRescheduleDocument, () => ({
      acceptReschedule: { __typename: 'PersonBusy' as const, message },
    }));
    const screen = await panel({ rescheduleProposal: aProposal({ times: [tomorrow] }) });
    await screen.press('button', 'Accept');
    expect(screen.all('alert').map(textOf)).toContain(message);
  });

  it('PRE-11 declines with a reason', async () => {
    scene.graphql.answer(DeclineRescheduleDocument, () => ({ declineReschedule: done }));
    const screen = await panel({ rescheduleProposal: aProposal() });
    await screen.press('button', 'None of these');
    await screen.type(/^Why does none/, 'I work then.');
    await expectAccessible(screen);
    await screen.press('button', 'Decline');
    expect(scene.graphql.calls(DeclineRescheduleDocument)).toEqual([
      { input: { sessionId: 'session-1', proposalId: 'proposal-1', reason: 'I work then.' } },
    ]);
  });

  it('PRE-11 who proposed sees it pending and may withdraw it', async () => {
    scene.graphql.answer(WithdrawRescheduleDocument, () => ({ withdrawReschedule: done }));
    const screen = await panel({ rescheduleProposal: aProposal({ by: leo }) });
    expect(screen.text).toContain('Mia Mentor has not answered yet.');
    expect(screen.has('button', 'Accept')).toBe(false);
    await expectAccessible(screen);
    await screen.press('button', 'Withdraw proposal');
    expect(scene.graphql.calls(WithdrawRescheduleDocument).length).toBe(1);
  });

  it('PRE-6 PRE-11 after a missed start joining is what it speaks of first', async () => {
    const words = 'You can still join, or agree on another time.';
    expect((await panel()).text).not.toContain(words);
    scene.clock.set(minutesIn(3));
    const screen = await panel();
    expect(screen.text).toContain(words);
    expect(screen.has('button', 'Propose another time')).toBe(true);
    await expectAccessible(screen);
  });

  it('PRE-11 nothing is changed about a session that has begun', async () => {
    const screen = await panel({ actualStart: isoAt(0) });
    expect(screen.has('button')).toBe(false);
  });

  it('PRE-11 PRE-12 the dashboard shows the proposal, and it is answered there', async () => {
    scene.graphql.answer(AcceptRescheduleDocument, () => ({ acceptReschedule: done }));
    const session = aCard({ rescheduleProposal: aProposal({ times: [tomorrow] }) });
    const screen = await show(SessionMenu, { session });
    await screen.press('button', 'Mia Mentor proposes another time');
    await screen.until(() => screen.has('dialog'));
    await expectAccessible(screen);
    await screen.press('button', 'Accept');
    await screen.until(() => !screen.has('dialog'));
    expect(scene.graphql.calls(AcceptRescheduleDocument).length).toBe(1);
  });
});
