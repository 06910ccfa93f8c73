import { BatchLoader } from '../../platform/batch-loader.ts';
import type { Database } from '../../platform/database/database.ts';
import type { FeedbackRecord } from '../use-cases/give-feedback.ts';
import { FeedbackEntity } from './feedback-entity.ts';

/** Reads what people thought of sessions; what is asked for at the same moment is one query. */
export class FeedbackReader {
  private readonly loader: BatchLoader<string, FeedbackRecord>;

  constructor(private readonly database: Database) {
    this.loader = new BatchLoader((keys) => this.load(keys));
  }

  async of(personId: string, sessionId: string): Promise<FeedbackRecord | null> {
    return await this.loader.load(`${sessionId} ${personId}`);
  }

  private async load(keys: readonly string[]): Promise<ReadonlyMap<string, FeedbackRecord>> {
    const asked = keys.map((key) => {
      const [sessionId = '', personId = ''] = key.split(' ');
      return { sessionId, personId };
    });
    const rows = await this.database
      .fork()
      .find(FeedbackEntity, { $or: asked }, { disableIdentityMap: true });
    return new Map(rows.map((row) => [`${row.sessionId} ${row.personId}`, row]));
  }
}
