import { Service } from '@angular/core';
import type { CourseDraft } from '../domain/course-draft';

/** What somebody was writing when they were called away, until they come back to it in this tab. */
@Service()
export class DraftsPutBy {
  private readonly drafts = new Map<string, CourseDraft>();

  put(personId: string, courseId: string | null, draft: CourseDraft): void {
    this.drafts.set(keyOf(personId, courseId), draft);
  }

  /** Gives it back, once. */
  take(personId: string, courseId: string | null): CourseDraft | null {
    const key = keyOf(personId, courseId);
    const draft = this.drafts.get(key) ?? null;
    this.drafts.delete(key);
    return draft;
  }
}

function keyOf(personId: string, courseId: string | null): string {
  return `${personId} ${courseId ?? ''}`;
}
