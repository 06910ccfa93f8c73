import { Service, computed, inject, signal } from '@angular/core';
import { ViewerStore } from '../../account/viewer-store';
import { instantOf, isoOf } from '../../platform/clock';
import { GraphqlClient } from '../../platform/graphql-client';
import { type Fault, faultOf, faultText } from '../../platform/graphql-fault';
import { newId } from '../../platform/ids';
import { ServerClock } from '../../platform/server-clock';
import { addDays, localTimeOf, startOfDay } from '../domain/local-time';
import { slotDays } from '../domain/slot-days';
import {
  BookSessionDocument,
  FreeSlotsDocument,
  MentorAvailabilityDocument,
  type MentorAvailabilityQuery,
} from '../scheduling-operations';

type Offer = NonNullable<MentorAvailabilityQuery['availability']>;

export interface Slot {
  readonly startsAt: number;
  readonly endsAt: number;
}

export interface Booking {
  readonly slot: Slot;
  readonly courseId: string;
  readonly title: string;
  readonly topics: readonly string[];
}

/** What became of a booking. Whose slot is gone picks another; what is `wrong` can be mended at once. */
export type BookingAnswer =
  | { readonly kind: 'booked'; readonly sessionId: string }
  | { readonly kind: 'gone' | 'wrong'; readonly message: string };

const daysShown = 7;

/** A mentor's free time, week by week, in the viewer's time zone. */
@Service({ autoProvided: false })
export class BookingStore {
  private readonly graphql = inject(GraphqlClient);
  private readonly clock = inject(ServerClock);
  private readonly viewers = inject(ViewerStore);
  private readonly offered = signal<Offer | null>(null);
  private readonly loaded = signal(false);
  private readonly failure = signal<Fault | null>(null);
  private readonly week = signal(0);
  private readonly free = signal<readonly Slot[] | null>(null);
  private mentorId = '';
  private asked = 0;
  /** One attempt at a slot is one session, however often it is sent. */
  private attempt: { readonly startsAt: number; readonly sessionId: string } | null = null;

  /** Who offers their time for what; `null` where they offer none. */
  readonly offer = this.offered.asReadonly();
  readonly isLoaded = this.loaded.asReadonly();
  readonly fault = this.failure.asReadonly();
  readonly timeZone = computed(() => this.viewers.writing().timeZone);
  private readonly today = computed(() => localTimeOf(this.clock.time(), this.timeZone()).date);
  readonly firstDate = computed(() => addDays(this.today(), this.week() * daysShown));
  readonly isLoadingSlots = computed(() => this.free() === null);
  readonly days = computed(() =>
    slotDays(this.free() ?? [], this.firstDate(), daysShown, this.timeZone()),
  );
  readonly hasSlots = computed(() => (this.free() ?? []).length > 0);
  readonly isFirstWeek = computed(() => this.week() === 0);
  readonly isLastWeek = computed(
    () => (this.week() + 1) * daysShown > (this.offered()?.horizonDays ?? 0),
  );

  async load(mentorId: string): Promise<void> {
    this.mentorId = mentorId;
    this.failure.set(null);
    try {
      const { availability } = await this.graphql.query(MentorAvailabilityDocument, { mentorId });
      this.offered.set(availability);
      this.loaded.set(true);
      if (availability) await this.readSlots();
    } catch (error) {
      this.failure.set(faultOf(error));
    }
  }

  async turn(weeks: 1 | -1): Promise<void> {
    if ((weeks === -1 && this.isFirstWeek()) || (weeks === 1 && this.isLastWeek())) return;
    this.week.update((week) => week + weeks);
    await this.readSlots();
  }

  /** Asks what is free in the week that is shown; an answer that comes after another week was chosen is dropped. */
  async readSlots(): Promise<void> {
    const question = ++this.asked;
    this.free.set(null);
    this.failure.set(null);
    try {
      const { freeSlots } = await this.graphql.query(FreeSlotsDocument, {
        mentorId: this.mentorId,
        ...this.span(),
      });
      const slots = freeSlots.map(({ startsAt, endsAt }) => ({
        startsAt: instantOf(startsAt),
        endsAt: instantOf(endsAt),
      }));
      if (question === this.asked) this.free.set(slots);
    } catch (error) {
      if (question === this.asked) this.failure.set(faultOf(error));
    }
  }

  async book({ slot, courseId, title, topics }: Booking): Promise<BookingAnswer> {
    if (this.attempt?.startsAt !== slot.startsAt) {
      this.attempt = { startsAt: slot.startsAt, sessionId: newId() };
    }
    const { sessionId } = this.attempt;
    const startsAt = isoOf(slot.startsAt);
    const input = { mentorId: this.mentorId, courseId, startsAt, title, topics, sessionId };
    try {
      const { bookSession } = await this.graphql.mutate(BookSessionDocument, { input });
      return this.answerOf(bookSession);
    } catch (error) {
      return { kind: 'wrong', message: faultText(faultOf(error)) };
    }
  }

  private answerOf(
    answer:
      | { readonly __typename: 'Session'; readonly id: string }
      | {
          readonly __typename: 'SlotTaken' | 'PersonBusy' | 'InvalidSchedule';
          readonly message: string;
        },
  ): BookingAnswer {
    if (answer.__typename === 'Session') return { kind: 'booked', sessionId: answer.id };
    this.attempt = null;
    const isGone = answer.__typename === 'SlotTaken' || answer.__typename === 'PersonBusy';
    return { kind: isGone ? 'gone' : 'wrong', message: answer.message };
  }

  private span(): { readonly from: string; readonly to: string } {
    const [first, zone] = [this.firstDate(), this.timeZone()];
    const from = startOfDay(first, zone) ?? this.clock.now();
    const to = startOfDay(addDays(first, daysShown), zone) ?? from;
    return { from: isoOf(from), to: isoOf(to) };
  }
}
