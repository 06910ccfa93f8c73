import type { OpenLog, SessionLog } from '../../sessions/sessions.ts';
import { checkFeedback, isEditable } from '../domain/feedback-rules.ts';
import { FeedbackEntity } from '../store/feedback-entity.ts';

export interface FeedbackRequest {
  readonly sessionId: string;
  readonly personId: string;
  readonly rating: number;
  readonly comment: string;
}

export interface FeedbackRecord {
  readonly sessionId: string;
  readonly rating: number;
  readonly comment: string;
  readonly givenAt: number;
}

export type FeedbackAnswer =
  | { readonly feedback: FeedbackRecord }
  | { readonly rejected: 'RATING' | 'COMMENT' | 'NOT_ENDED' | 'TOO_LATE' };

/** Keeps a person's feedback once a session; given again within a day, it takes the place of the earlier. */
export class GiveFeedback {
  constructor(private readonly log: SessionLog) {}

  async run(request: FeedbackRequest): Promise<FeedbackAnswer> {
    const checked = checkFeedback(request.rating, request.comment);
    if ('fault' in checked) return { rejected: checked.fault };
    const answer = await this.log.change(request.sessionId, (log) =>
      keep(log, { ...request, ...checked }),
    );
    return answer ?? { rejected: 'NOT_ENDED' };
  }
}

async function keep(log: OpenLog, request: FeedbackRequest): Promise<FeedbackAnswer> {
  const { sessionId, personId, rating, comment } = request;
  if (log.session.status !== 'ENDED') return { rejected: 'NOT_ENDED' };
  const given = await log.em.findOne(FeedbackEntity, { sessionId, personId });
  if (given && !isEditable(given.givenAt, log.now)) return { rejected: 'TOO_LATE' };
  log.note({ type: 'FEEDBACK_GIVEN', personId, at: log.now, payload: { rating } });
  const feedback =
    given ??
    log.em.create(FeedbackEntity, {
      sessionId,
      personId,
      rating,
      comment,
      givenAt: log.now,
      changedAt: log.now,
    });
  Object.assign(feedback, { rating, comment, changedAt: log.now });
  return { feedback };
}
