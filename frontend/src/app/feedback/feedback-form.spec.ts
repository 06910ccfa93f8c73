import { expectAccessible } from '../testing/accessibility';
import { isoAt } from '../testing/builders';
import { Scene } from '../testing/scene';
import { type Screen, show } from '../testing/screen';
import { FeedbackForm } from './feedback-form';
import { GiveFeedbackDocument } from './feedback-operations';

describe('FeedbackForm', () => {
  let scene: Scene;

  beforeEach(() => {
    scene = new Scene();
    scene.graphql.answer(GiveFeedbackDocument, ({ input }) => ({
      giveFeedback: {
        __typename: 'Feedback' as const,
        rating: input.rating,
        comment: input.comment ?? '',
        editableUntil: isoAt(99),
      },
    }));
  });

  function open(given: unknown = null): Promise<Screen<FeedbackForm>> {
    return show(FeedbackForm, { sessionId: 'session-1', otherName: 'Mia', given });
  }

  function canSend(screen: Screen<FeedbackForm>): boolean {
    return !(screen.get('button', 'Send feedback') as HTMLButtonElement).disabled;
  }

  it('ROOM-12 takes stars and a comment', async () => {
    const screen = await open();
    expect(screen.has('group', 'How was your session with Mia?')).toBe(true);
    await expectAccessible(screen);
    await screen.press('radio', '4 stars');
    await screen.type('Comment (optional)', '  Thanks!  ');
    await screen.press('button', 'Send feedback');
    expect(scene.graphql.calls(GiveFeedbackDocument)).toEqual([
      { input: { sessionId: 'session-1', rating: 4, comment: 'Thanks!' } },
    ]);
    expect(screen.get('status').textContent).toContain('Thank you for your feedback.');
    await expectAccessible(screen);
  });

  it('ROOM-12 says until when what was given can be changed', async () => {
    const tomorrow = { rating: 2, comment: '', editableUntil: isoAt(24 * 60) };
    const screen = await open(tomorrow);
    expect(screen.text).toContain('You can change it until Tomorrow, 12:00.');
    await screen.press('button', 'Change it');
    await screen.press('button', 'Send feedback');
    expect(screen.text).toContain('You can change it until 13:39.');
  });

  it('ROOM-12 needs at least one star', async () => {
    const screen = await open();
    expect(canSend(screen)).toBe(false);
    await screen.press('radio', '1 star');
    expect(canSend(screen)).toBe(true);
  });

  it('ROOM-12 shows what was given before, to change it', async () => {
    const screen = await open({ rating: 2, comment: 'Short', editableUntil: isoAt(99) });
    expect(screen.get('status').textContent).toContain('Thank you for your feedback.');
    await screen.press('button', 'Change it');
    expect((screen.get('radio', '2 stars') as HTMLInputElement).checked).toBe(true);
    expect(screen.field('Comment (optional)').value).toBe('Short');
    await screen.press('button', 'Send feedback');
    await screen.press('button', 'Change it');
    expect(screen.field('Comment (optional)').value).toBe('Short');
  });

  it('ROOM-12 says what went wrong and keeps what was written', async () => {
    scene.graphql.refuse(GiveFeedbackDocument, 'unreachable');
    const screen = await open();
    await screen.press('radio', '5 stars');
    await screen.type('Comment (optional)', 'Great');
    await screen.press('button', 'Send feedback');
    expect(screen.get('alert').textContent).toContain('Unable to connect. Try again.');
    expect(screen.field('Comment (optional)').value).toBe('Great');
    await expectAccessible(screen);
  });
});
