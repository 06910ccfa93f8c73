import type { Database } from '../platform/database/database.ts';
import type { Sessions } from '../sessions/sessions.ts';
import { FeedbackResolver } from './graphql/feedback-resolver.ts';
import { FeedbackEntity } from './store/feedback-entity.ts';
import { FeedbackReader } from './store/feedback-reader.ts';
import { GiveFeedback } from './use-cases/give-feedback.ts';

export const feedbackEntities = [FeedbackEntity];
export const feedbackResolvers = [FeedbackResolver];

export interface Feedback {
  readonly resolvers: readonly object[];
  readonly give: GiveFeedback;
}

/** What people thought of a session. */
export function createFeedback(database: Database, sessions: Sessions): Feedback {
  const reader = new FeedbackReader(database);
  const give = new GiveFeedback(sessions.log);
  return { give, resolvers: [new FeedbackResolver(sessions.access, reader, give)] };
}
