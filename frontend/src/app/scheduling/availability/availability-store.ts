import { Service, computed, inject, signal } from '@angular/core';
import { ViewerStore } from '../../account/viewer-store';
import { GraphqlClient } from '../../platform/graphql-client';
import { type Fault, faultOf } from '../../platform/graphql-fault';
import {
  type AvailabilityDraft,
  draftFaults,
  draftOf,
  emptyAvailability,
  fieldOf,
  keptOf,
} from '../domain/availability-draft';
import {
  type AvailabilityPartsFragment,
  OwnAvailabilityDocument,
  SetAvailabilityDocument,
} from '../scheduling-operations';

interface Course {
  readonly id: string;
  readonly title: string;
}

/** When the viewer's time can be booked: as it is kept, and as it is being changed. */
@Service({ autoProvided: false })
export class AvailabilityStore {
  private readonly graphql = inject(GraphqlClient);
  private readonly viewers = inject(ViewerStore);
  private readonly wanted = signal<AvailabilityDraft | null>(null);
  private readonly failure = signal<Fault | null>(null);
  private readonly offered = signal<readonly Course[]>([]);
  private readonly refused = signal<Readonly<Record<string, string>>>({});
  private readonly isTried = signal(false);
  private readonly saving = signal<'no' | 'running' | 'saved' | 'failed'>('no');

  readonly draft = this.wanted.asReadonly();
  readonly courses = this.offered.asReadonly();
  readonly fault = this.failure.asReadonly();
  readonly stage = this.saving.asReadonly();
  /** What is wrong, by field; told from the first attempt to save on. */
  readonly faults = computed<Readonly<Record<string, string>>>(() => {
    const draft = this.wanted();
    return draft && this.isTried() ? { ...this.refused(), ...draftFaults(draft) } : {};
  });

  async load(): Promise<void> {
    this.failure.set(null);
    try {
      const { availability, courses } = await this.graphql.query(OwnAvailabilityDocument, {});
      this.offered.set(courses);
      this.wanted.set(availability ? this.fromApi(availability) : this.beginning());
    } catch (error) {
      this.failure.set(faultOf(error));
    }
  }

  change(parts: Partial<AvailabilityDraft>): void {
    this.wanted.update((draft) => draft && { ...draft, ...parts });
    this.refused.set({});
    if (this.saving() !== 'running') this.saving.set('no');
  }

  /** Whether it was saved; if not, `faults` or `stage` say why. */
  async save(): Promise<boolean> {
    const draft = this.wanted();
    if (!draft || this.saving() === 'running') return false;
    this.isTried.set(true);
    this.refused.set({});
    if (Object.keys(draftFaults(draft)).length > 0) return false;
    this.saving.set('running');
    try {
      await this.send(draft);
    } catch {
      this.saving.set('failed');
    }
    return this.saving() === 'saved';
  }

  private async send(draft: AvailabilityDraft): Promise<void> {
    const { setAvailability } = await this.graphql.mutate(SetAvailabilityDocument, {
      input: keptOf(draft),
    });
    if (setAvailability.__typename === 'Availability') {
      if (this.wanted() === draft) this.wanted.set(this.fromApi(setAvailability));
      this.isTried.set(false);
      this.saving.set('saved');
      return;
    }
    this.refused.set({ [fieldOf(setAvailability.field, draft)]: setAvailability.message });
    this.saving.set('no');
  }

  private beginning(): AvailabilityDraft {
    const { timeZone } = this.viewers.writing();
    return draftOf({ ...emptyAvailability, timeZone });
  }

  private fromApi({ courses, ...kept }: AvailabilityPartsFragment): AvailabilityDraft {
    return draftOf({ ...kept, courseIds: courses.map(({ id }) => id) });
  }
}
