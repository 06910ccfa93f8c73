import { Service, inject, signal } from '@angular/core';
import { GraphqlClient } from '../platform/graphql-client';
import { faultOf, faultText } from '../platform/graphql-fault';
import { GiveFeedbackDocument } from './feedback-operations';

export interface Feedback {
  readonly rating: number;
  readonly comment: string;
}

/** Feedback as it is kept, and until when it may be changed. */
export interface GivenFeedback extends Feedback {
  readonly editableUntil: string;
}

type Sending = 'untouched' | 'open' | 'sending' | 'sent';

/** What the viewer thought of a session. */
@Service({ autoProvided: false })
export class FeedbackStore {
  private readonly graphql = inject(GraphqlClient);
  private readonly stage = signal<Sending>('untouched');
  private readonly failure = signal<string | null>(null);
  private readonly kept = signal<GivenFeedback | null>(null);

  readonly sending = this.stage.asReadonly();
  readonly problem = this.failure.asReadonly();
  /** What was sent from here. */
  readonly given = this.kept.asReadonly();

  async give(sessionId: string, feedback: Feedback): Promise<void> {
    this.stage.set('sending');
    this.failure.set(null);
    try {
      const { giveFeedback } = await this.graphql.mutate(GiveFeedbackDocument, {
        input: { sessionId, ...feedback },
      });
      if (giveFeedback.__typename === 'Feedback') {
        this.kept.set(giveFeedback);
        this.stage.set('sent');
      } else this.refuse(giveFeedback.message);
    } catch (error) {
      this.refuse(faultText(faultOf(error)));
    }
  }

  /** Opens the form again to change what was given. */
  reopen(): void {
    this.stage.set('open');
  }

  private refuse(message: string): void {
    this.failure.set(message);
    this.stage.set('open');
  }
}
