import { Service, computed, inject, linkedSignal, signal } from '@angular/core';
import { ViewerStore } from '../../account/viewer-store';
import { GraphqlClient } from '../../platform/graphql-client';
import { type Fault, faultOf } from '../../platform/graphql-fault';
import { CourseToEditDocument, SaveCourseDocument } from '../course-operations';
import {
  type CourseDraft,
  courseFaults,
  emptyCourse,
  isSame,
  tidied,
} from '../domain/course-draft';
import { DraftsPutBy } from './drafts-put-by';

/** A course that is being written: as it is kept, and as it is to be. */
@Service({ autoProvided: false })
export class CourseEditStore {
  private readonly graphql = inject(GraphqlClient);
  private readonly viewers = inject(ViewerStore);
  private readonly drafts = inject(DraftsPutBy);
  private readonly id = signal<string | null>(null);
  /** Who writes: they may be signed out by the time at which the page is left. */
  private writerId = '';
  private readonly kept = signal<CourseDraft | null>(null);
  private readonly wanted = signal<CourseDraft>(emptyCourse);
  private readonly mayEdit = signal(true);
  private readonly failure = signal<Fault | null>(null);
  private readonly busy = signal(false);
  private readonly isTried = signal(false);
  private readonly unsaved = signal<Fault | null>(null);
  /** What the server did not take; the next change of the form may have mended it. */
  private readonly refused = linkedSignal<CourseDraft, Readonly<Record<string, string>>>({
    source: this.wanted,
    computation: () => ({}),
  });

  readonly draft = this.wanted.asReadonly();
  readonly fault = this.failure.asReadonly();
  readonly isBusy = this.busy.asReadonly();
  /** Why the last attempt to save came to nothing, where that is no fault of the form. */
  readonly saveFault = this.unsaved.asReadonly();
  readonly canEdit = this.mayEdit.asReadonly();
  readonly isLoaded = computed(() => this.kept() !== null);
  readonly isChanged = computed(() => {
    const kept = this.kept();
    return kept !== null && !isSame(kept, this.wanted());
  });
  /** What is wrong, by field; told from the first attempt to save on. */
  readonly faults = computed<Readonly<Record<string, string>>>(() =>
    this.isTried() ? { ...this.refused(), ...courseFaults(this.wanted()) } : {},
  );

  /** Without an id a new one is begun. */
  async open(id: string | null): Promise<void> {
    this.id.set(id);
    this.writerId = this.viewers.id();
    this.failure.set(null);
    if (id === null) {
      this.begin(emptyCourse);
      return;
    }
    this.kept.set(null);
    try {
      const { course } = await this.graphql.query(CourseToEditDocument, { id });
      const { title, description, links, keepsTranscript, keepsChat } = course;
      const { transcriptConsent, recordingConsent } = course;
      this.mayEdit.set(course.viewerCanEdit);
      const plain = links.map(({ title, url }) => ({ title, url }));
      this.begin({
        ...{ title, description, links: plain },
        ...{ keepsTranscript, keepsChat, transcriptConsent, recordingConsent },
      });
    } catch (error) {
      this.failure.set(faultOf(error));
    }
  }

  /** Keeps what is not saved for when the person comes back. */
  putBy(): void {
    if (this.isChanged()) this.drafts.put(this.writerId, this.id(), this.wanted());
  }

  change(parts: Partial<CourseDraft>): void {
    this.unsaved.set(null);
    this.wanted.update((draft) => ({ ...draft, ...parts }));
  }

  /** The id of the course as it is kept now; `null` where the form has to be changed. */
  async save(): Promise<string | null> {
    if (this.busy()) return null;
    this.wanted.update(tidied);
    this.isTried.set(true);
    this.unsaved.set(null);
    if (Object.keys(courseFaults(this.wanted())).length > 0) return null;
    this.busy.set(true);
    try {
      return await this.send(this.wanted());
    } catch (error) {
      this.unsaved.set(faultOf(error));
      return null;
    } finally {
      this.busy.set(false);
    }
  }

  private begin(draft: CourseDraft): void {
    this.kept.set(draft);
    this.wanted.set(this.drafts.take(this.writerId, this.id()) ?? draft);
    this.isTried.set(false);
  }

  private async send(draft: CourseDraft): Promise<string | null> {
    const { links, ...rest } = draft;
    const { saveCourse } = await this.graphql.mutate(SaveCourseDocument, {
      input: { id: this.id(), ...rest, links: [...links] },
    });
    if (saveCourse.__typename === 'Course') {
      this.kept.set(draft);
      return saveCourse.id;
    }
    this.refused.set({ [saveCourse.field]: saveCourse.message });
    return null;
  }
}
