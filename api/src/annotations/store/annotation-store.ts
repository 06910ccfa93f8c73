import type { Database } from '../../platform/database/database.ts';
import type { OpenLog, SideEvent } from '../../sessions/sessions.ts';
import type { Annotation, AnnotationKind } from '../domain/annotation.ts';
import { AnnotationEntity } from './annotation-entity.ts';

/** An annotation with the place of its last change in the session's log. */
export class AnnotationRecord implements Annotation {
  readonly id: string;
  readonly topicId: string | null;
  readonly kind: AnnotationKind;
  readonly isPrivate: boolean;
  readonly wasShared: boolean;
  readonly text: string;
  readonly authorId: string;
  readonly writtenAt: number;
  readonly sessionMs: number;
  readonly revision: number;
  readonly editedAt: number | null;
  readonly withdrawnAt: number | null;

  constructor(
    annotation: Annotation,
    readonly sessionId: string,
    readonly seq: number,
  ) {
    this.id = annotation.id;
    this.topicId = annotation.topicId;
    this.kind = annotation.kind;
    this.isPrivate = annotation.isPrivate;
    this.wasShared = annotation.wasShared;
    this.text = annotation.text;
    this.authorId = annotation.authorId;
    this.writtenAt = annotation.writtenAt;
    this.sessionMs = annotation.sessionMs;
    this.revision = annotation.revision;
    this.editedAt = annotation.editedAt;
    this.withdrawnAt = annotation.withdrawnAt;
  }
}

export interface AnnotationPage {
  readonly sessionId: string;
  readonly topicId: string | null;
  /** Behind which place in the log. */
  readonly after: number;
  readonly first: number;
  /** Whether those are left out that only their author sees. */
  readonly isForOthers: boolean;
}

/** Reads the annotations of sessions. */
export class AnnotationStore {
  constructor(private readonly database: Database) {}

  /** Those that stand, by their last change. */
  async page(page: AnnotationPage): Promise<readonly AnnotationRecord[]> {
    const { sessionId, topicId, after, first, isForOthers } = page;
    const rows = await this.database.fork().find(
      AnnotationEntity,
      {
        sessionId,
        seq: { $gt: after },
        withdrawnAt: null,
        ...(topicId === null ? {} : { topicId }),
        ...(isForOthers ? { isPrivate: false } : {}),
      },
      { orderBy: { seq: 'asc' }, limit: first, disableIdentityMap: true },
    );
    return rows.map(toRecord);
  }

  /** All that changed behind a place in the log, each in its last state. */
  async changedAfter(
    sessionId: string,
    seq: number,
    first: number,
  ): Promise<readonly AnnotationRecord[]> {
    const rows = await this.database
      .fork()
      .find(
        AnnotationEntity,
        { sessionId, seq: { $gt: seq } },
        { orderBy: { seq: 'asc' }, limit: first, disableIdentityMap: true },
      );
    return rows.map(toRecord);
  }
}

export async function findAnnotation(
  { em, session }: OpenLog,
  id: string,
): Promise<AnnotationRecord | null> {
  const row = await em.findOne(AnnotationEntity, { sessionId: session.id, id });
  return row && toRecord(row);
}

export async function countAnnotations({ em, session }: OpenLog): Promise<number> {
  return await em.count(AnnotationEntity, { sessionId: session.id });
}

type AnnotationEvent = Extract<SideEvent, { readonly payload: { annotationId: string } }>;

/** Keeps an annotation as it is now and puts the change into the session's log. */
export async function keepAnnotation(
  log: OpenLog,
  type: AnnotationEvent['type'],
  annotation: Annotation,
): Promise<AnnotationRecord> {
  const { em, session, now } = log;
  const { id, authorId: personId } = annotation;
  const { seq } = log.note({ type, personId, at: now, payload: { annotationId: id } });
  const record = new AnnotationRecord(annotation, session.id, seq);
  const { sessionId, ...parts } = { ...annotation, sessionId: session.id, seq };
  const row = await em.findOne(AnnotationEntity, { sessionId: session.id, id });
  if (row) Object.assign(row, parts);
  else em.create(AnnotationEntity, { sessionId, ...parts });
  log.told.push(record);
  return record;
}

function toRecord(row: AnnotationEntity): AnnotationRecord {
  return new AnnotationRecord(row, row.sessionId, row.seq);
}
