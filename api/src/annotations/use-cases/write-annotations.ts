import { isId } from '../../platform/ids.ts';
import type { OpenLog, SessionLog } from '../../sessions/sessions.ts';
import { topicFor } from '../../topics/topics.ts';
import {
  type AnnotationWords,
  checkText,
  type CheckedText,
  decideEdit,
  type Edit,
  isOpenAt,
  withdrawn,
  writtenAt,
} from '../domain/annotation.ts';
import {
  type AnnotationRecord,
  countAnnotations,
  findAnnotation,
  keepAnnotation,
} from '../store/annotation-store.ts';

/** Which annotation, and who asks. */
export interface AnnotationRequest {
  readonly sessionId: string;
  /** Made by the author's device; the same identifier is the same annotation. */
  readonly annotationId: string;
  readonly authorId: string;
}

export interface NewAnnotation extends AnnotationRequest, AnnotationWords {
  readonly topicId: string | null;
  /** When it was written, where that was before it could be sent. */
  readonly writtenAt: number | null;
}

type TextFault = Extract<CheckedText, { readonly fault: string }>['fault'];

export type AnnotationAnswer =
  | { readonly annotation: AnnotationRecord }
  | { readonly stale: AnnotationRecord }
  | {
      readonly rejected:
        TextFault | 'NO_SUCH_TOPIC' | 'NO_SUCH' | 'WITHDRAWN' | 'TOO_MANY' | 'CLOSED';
    };

const mostAnnotations = 500;

/** Keeps what the mentor writes on topics, until a day after the end of the session. */
export class WriteAnnotations {
  constructor(private readonly log: SessionLog) {}

  /** Keeps an annotation; sent again, it is the one kept before. */
  async annotate(request: NewAnnotation): Promise<AnnotationAnswer> {
    const checked = checkText(request.text);
    if ('fault' in checked) return { rejected: checked.fault };
    return await this.change(request, async (log, kept): Promise<AnnotationAnswer> => {
      if (kept) return { annotation: kept };
      return await add(log, { ...request, ...checked });
    });
  }

  async edit(request: AnnotationRequest, edit: Edit): Promise<AnnotationAnswer> {
    const checked = edit.text === undefined ? null : checkText(edit.text);
    if (checked && 'fault' in checked) return { rejected: checked.fault };
    return await this.change(request, async (log, kept): Promise<AnnotationAnswer> => {
      if (!kept) return { rejected: 'NO_SUCH' };
      const decision = decideEdit(kept, { ...edit, ...checked }, log.now);
      if ('rejected' in decision) {
        return decision.rejected === 'STALE' ? { stale: kept } : { rejected: 'WITHDRAWN' };
      }
      if (!decision.isNew) return { annotation: kept };
      return { annotation: await keepAnnotation(log, 'ANNOTATION_EDITED', decision.annotation) };
    });
  }

  /** Takes an annotation back; what is withdrawn stays so. */
  async withdraw(request: AnnotationRequest): Promise<AnnotationAnswer> {
    return await this.change(request, async (log, kept) => {
      if (!kept) return { rejected: 'NO_SUCH' };
      if (kept.withdrawnAt !== null) return { annotation: kept };
      const gone = withdrawn(kept, log.now);
      return { annotation: await keepAnnotation(log, 'ANNOTATION_WITHDRAWN', gone) };
    });
  }

  private async change(
    { sessionId, annotationId }: AnnotationRequest,
    work: (log: OpenLog, kept: AnnotationRecord | null) => Promise<AnnotationAnswer>,
  ): Promise<AnnotationAnswer> {
    if (!isId(annotationId)) return { rejected: 'NO_SUCH' };
    const answer = await this.log.change(sessionId, async (log): Promise<AnnotationAnswer> => {
      if (!isOpenAt(log.session.actualEnd, log.now)) return { rejected: 'CLOSED' };
      return await work(log, await findAnnotation(log, annotationId.toLowerCase()));
    });
    return answer ?? { rejected: 'CLOSED' };
  }
}

async function add(log: OpenLog, request: NewAnnotation): Promise<AnnotationAnswer> {
  if ((await countAnnotations(log)) >= mostAnnotations) return { rejected: 'TOO_MANY' };
  const topicId = await topicFor(log, request.topicId?.toLowerCase() ?? null);
  if (topicId === undefined) return { rejected: 'NO_SUCH_TOPIC' };
  const { annotationId, authorId, kind, isPrivate, text } = request;
  const plannedAt = log.session.createdAt;
  const at = writtenAt(request.writtenAt, { plannedAt, now: log.now });
  const annotation = {
    ...{ id: annotationId.toLowerCase(), topicId, authorId, kind, isPrivate, text },
    wasShared: !isPrivate,
    writtenAt: at,
    sessionMs: await log.activeMsUntil(at),
    revision: 1,
    editedAt: null,
    withdrawnAt: null,
  };
  return { annotation: await keepAnnotation(log, 'ANNOTATION_ADDED', annotation) };
}
