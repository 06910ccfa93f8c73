import { Meeting, minuteMs } from './meeting.ts';

const give = `mutation ($sessionId: ID!, $rating: Int!, $comment: String!) {
  giveFeedback(input: { sessionId: $sessionId, rating: $rating, comment: $comment }) {
    __typename ... on Feedback { rating comment } ... on Problem { message } } }`;

interface Given {
  readonly giveFeedback: { readonly __typename: string; readonly rating?: number };
}

describe('feedback', () => {
  it('ROOM-12 is given after the end, once a person, and changed for a day', async () => {
    await using meeting = await Meeting.plan();
    const rate = async (rating: number) => {
      const answer = await meeting.ask<Given>('learner', give, { rating, comment: ' fine ' });
      return answer.giveFeedback;
    };
    expect((await rate(5)).__typename).toBe('FeedbackClosed');
    meeting.toMinute(60);
    await meeting.tick();
    expect((await rate(6)).__typename).toBe('InvalidFeedback');
    expect(await rate(4)).toEqual(jasmine.objectContaining({ rating: 4, comment: 'fine' }));
    meeting.clock.advance(23 * 60 * minuteMs);
    expect((await rate(5)).rating).toBe(5);
    meeting.clock.advance(2 * 60 * minuteMs);
    expect((await rate(1)).__typename).toBe('FeedbackClosed');
    const query = `query ($sessionId: ID!) { session(id: $sessionId) { viewerFeedback { rating } } }`;
    const [learner, mentor] = await Promise.all([
      meeting.ask('learner', query),
      meeting.ask('mentor', query),
    ]);
    expect(learner).toEqual({ session: { viewerFeedback: { rating: 5 } } });
    expect(mentor).toEqual({ session: { viewerFeedback: null } });
  });
});
