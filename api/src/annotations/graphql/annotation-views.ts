import type { PersonReader } from '../../accounts/person.ts';
import { topicOf, type TopicType } from '../../sessions/graphql/topic-type.ts';
import type { SessionSnapshot } from '../../sessions/session-snapshot.ts';
import type { Sessions } from '../../sessions/sessions.ts';
import type { AnnotationRecord } from '../store/annotation-store.ts';
import { AnnotationType } from './annotation-type.ts';

type Seen = Omit<AnnotationRecord, 'wasShared'>;

/** Annotations as the schema shows them; author and topic are read only where somebody asks for them. */
export class AnnotationViews {
  constructor(
    private readonly people: PersonReader,
    private readonly sessions: Sessions['reader'],
  ) {}

  of(record: Seen, session?: SessionSnapshot): AnnotationType {
    return new AnnotationType(record, {
      author: () => this.people.byId(record.authorId),
      topic: () => this.topic(record, session),
    });
  }

  private async topic(
    { sessionId, topicId }: Seen,
    known: SessionSnapshot | undefined,
  ): Promise<TopicType | null> {
    if (topicId === null) return null;
    const session = known ?? (await this.sessions.byId(sessionId));
    return session && topicOf(session, topicId);
  }
}
