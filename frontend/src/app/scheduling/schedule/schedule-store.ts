import { Service, computed, inject, linkedSignal, signal } from '@angular/core';
import { ViewerStore } from '../../account/viewer-store';
import { isoOf } from '../../platform/clock';
import { GraphqlClient } from '../../platform/graphql-client';
import { type Fault, faultOf, faultText } from '../../platform/graphql-fault';
import { ServerClock } from '../../platform/server-clock';
import { type SessionDraft, draftTime, sessionFaults } from '../domain/session-draft';
import {
  LearnersOfNameDocument,
  ScheduleSessionDocument,
  SchedulingChoicesDocument,
} from '../scheduling-operations';

interface Course {
  readonly id: string;
  readonly title: string;
}

const empty: SessionDraft = {
  courseId: '',
  learnerId: '',
  title: '',
  date: '',
  time: '',
  minutes: 60,
  topics: [],
};

/** Where in the form the API's fields stand. */
const places: Readonly<Record<string, string>> = { startsAt: 'time', endsAt: 'minutes' };

/** A session that a mentor is about to plan. */
@Service({ autoProvided: false })
export class ScheduleStore {
  private readonly graphql = inject(GraphqlClient);
  private readonly clock = inject(ServerClock);
  private readonly viewers = inject(ViewerStore);
  private readonly failure = signal<Fault | null>(null);
  private readonly choices = signal<{
    readonly courses: readonly Course[];
    readonly learners: readonly { readonly id: string; readonly name: string }[];
  } | null>(null);
  private readonly wanted = signal<SessionDraft>(empty);
  private readonly isTried = signal(false);
  private readonly busy = signal(false);
  private readonly unsent = signal<string | null>(null);
  /** What the server did not take; the next change of the form may have mended it. */
  private readonly refused = linkedSignal<SessionDraft, Readonly<Record<string, string>>>({
    source: this.wanted,
    computation: () => ({}),
  });

  readonly draft = this.wanted.asReadonly();
  readonly fault = this.failure.asReadonly();
  readonly isLoaded = computed(() => this.choices() !== null);
  readonly courses = computed(() => this.choices()?.courses ?? []);
  readonly learners = computed(() => this.choices()?.learners ?? []);
  readonly isBusy = this.busy.asReadonly();
  /** Why the last attempt came to nothing, where that is no fault of the form. */
  readonly problem = this.unsent.asReadonly();
  readonly timeZone = computed(() => this.viewers.writing().timeZone);
  readonly faults = computed<Readonly<Record<string, string>>>(() =>
    this.isTried() ? { ...this.refused(), ...this.ownFaults() } : this.refused(),
  );

  async load(): Promise<void> {
    this.failure.set(null);
    try {
      const { courses, people } = await this.graphql.query(SchedulingChoicesDocument, {});
      this.choices.set({ courses, learners: this.learnersOf(people) });
      const [only] = courses;
      if (courses.length === 1 && only) this.prefill({ courseId: only.id });
    } catch (error) {
      this.failure.set(faultOf(error));
    }
  }

  /** The list at first holds a hundred people; others are found by their names. */
  async findLearners(search: string): Promise<void> {
    if (search === '') return;
    try {
      const { people } = await this.graphql.query(LearnersOfNameDocument, { search });
      this.choices.update((choices) => {
        if (!choices) return choices;
        const known = new Set(choices.learners.map(({ id }) => id));
        const fresh = this.learnersOf(people).filter(({ id }) => !known.has(id));
        return { ...choices, learners: [...choices.learners, ...fresh] };
      });
    } catch {
      // Those who are known can be chosen; typing on asks again.
    }
  }

  change(parts: Partial<SessionDraft>): void {
    this.unsent.set(null);
    this.wanted.update((draft) => ({ ...draft, ...parts }));
  }

  /** What the address says already; it does not undo what was typed. */
  prefill({ courseId, learnerId }: Partial<SessionDraft>): void {
    this.wanted.update((draft) => ({
      ...draft,
      courseId: draft.courseId || (courseId ?? ''),
      learnerId: draft.learnerId || (learnerId ?? ''),
    }));
  }

  /** The id of the session that was planned; `null` where the form has to be changed. */
  async plan(): Promise<string | null> {
    if (this.busy()) return null;
    this.isTried.set(true);
    this.unsent.set(null);
    const draft = this.wanted();
    const time = draftTime(draft, this.timeZone());
    if (time === null || Object.keys(this.ownFaults()).length > 0) return null;
    this.busy.set(true);
    try {
      return await this.send(draft, time);
    } catch (error) {
      this.unsent.set(faultText(faultOf(error)));
      return null;
    } finally {
      this.busy.set(false);
    }
  }

  private learnersOf(
    people: readonly { readonly id: string; readonly displayName: string }[],
  ): readonly { readonly id: string; readonly name: string }[] {
    return people
      .filter(({ id }) => id !== this.viewers.id())
      .map(({ id, displayName }) => ({ id, name: displayName }));
  }

  private async send(
    { courseId, learnerId, title, topics }: SessionDraft,
    { startsAt, endsAt }: { readonly startsAt: number; readonly endsAt: number },
  ): Promise<string | null> {
    const { scheduleSession } = await this.graphql.mutate(ScheduleSessionDocument, {
      input: {
        ...{ courseId, learnerId, title: title.trim(), topics },
        ...{ startsAt: isoOf(startsAt), endsAt: isoOf(endsAt) },
      },
    });
    switch (scheduleSession.__typename) {
      case 'Session':
        return scheduleSession.id;
      case 'PersonBusy':
        this.refused.set({ time: scheduleSession.message });
        return null;
      case 'InvalidSchedule': {
        const { field, message } = scheduleSession;
        this.refused.set({ [places[field] ?? field]: message });
        return null;
      }
      default:
        return scheduleSession satisfies never;
    }
  }

  private ownFaults(): Readonly<Record<string, string>> {
    return sessionFaults(this.wanted(), this.timeZone(), this.clock.now());
  }
}
