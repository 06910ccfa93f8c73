import { TestBed } from '@angular/core/testing';
import { isoAt } from '../testing/builders';
import { Scene } from '../testing/scene';
import { GiveFeedbackDocument } from './feedback-operations';
import { FeedbackStore } from './feedback-store';

describe('FeedbackStore', () => {
  let scene: Scene;
  let store: FeedbackStore;
  const feedback = { rating: 4, comment: 'Thanks' };

  beforeEach(() => {
    scene = new Scene(FeedbackStore);
    store = TestBed.inject(FeedbackStore);
  });

  function accept(): void {
    scene.graphql.answer(GiveFeedbackDocument, () => ({
      giveFeedback: { __typename: 'Feedback' as const, ...feedback, editableUntil: isoAt(99) },
    }));
  }

  it('ROOM-12 sends what was thought of the session', async () => {
    accept();
    const giving = store.give('session-1', feedback);
    expect(store.sending()).toBe('sending');
    await giving;
    expect(store.sending()).toBe('sent');
    expect(scene.graphql.calls(GiveFeedbackDocument)).toEqual([
      { input: { sessionId: 'session-1', ...feedback } },
    ]);
  });

  it('ROOM-12 says why it is not taken', async () => {
    scene.graphql.answer(GiveFeedbackDocument, () => ({
      giveFeedback: { __typename: 'FeedbackClosed' as const, message: 'Too late.' },
    }));
    await store.give('session-1', feedback);
    expect(store.sending()).toBe('open');
    expect(store.problem()).toBe('Too late.');
  });

  const faults = [
    ['unreachable', 'Unable to connect. Try again.'],
    ['failed', 'That did not work. Try again.'],
  ] as const;
  for (const [fault, text] of faults) {
    it(`FAIL-12 ${fault} leaves it open for another try`, async () => {
      scene.graphql.refuse(GiveFeedbackDocument, fault);
      await store.give('session-1', feedback);
      expect(store.sending()).toBe('open');
      expect(store.problem()).toBe(text);
      accept();
      await store.give('session-1', feedback);
      expect(store.problem()).toBeNull();
      expect(store.sending()).toBe('sent');
    });
  }

  it('ROOM-12 can be changed afterwards', async () => {
    accept();
    await store.give('session-1', feedback);
    store.reopen();
    expect(store.sending()).toBe('open');
  });
});
