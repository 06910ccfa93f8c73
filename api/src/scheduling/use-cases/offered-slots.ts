import type { Clock } from '../../platform/clock.ts';
import type { EntityManager } from '../../platform/database/database.ts';
import type { BusyTimes } from '../../sessions/sessions.ts';
import type { Availability } from '../domain/availability.ts';
import { freeSlots, type Slot } from '../domain/free-slots.ts';
import type { AvailabilityStore } from '../store/availability-store.ts';
import { offsetsOf } from '../time-zones.ts';

export interface OfferedSlotsOptions {
  readonly availabilities: AvailabilityStore;
  readonly busyTimes: BusyTimes;
  readonly clock: Clock;
}

export interface SlotRequest {
  readonly mentorId: string;
  /** Whose sessions are in the way, besides the mentor's. */
  readonly personId?: string;
  readonly from: number;
  readonly to: number;
}

const dayMs = 86_400_000;
/** Covers the day of every zone, and what begins before midnight. */
const marginMs = 2 * dayMs;

/** What can be booked with a mentor: the hours that they keep, less the sessions that there are. */
export class OfferedSlots {
  constructor(private readonly options: OfferedSlotsOptions) {}

  async of(request: SlotRequest): Promise<readonly Slot[]> {
    const availability = await this.options.availabilities.of(request.mentorId);
    return availability ? await this.within(availability, request) : [];
  }

  /** Whether the slot can be booked as far as the mentor is concerned, within a transaction. */
  async has(em: EntityManager, mentorId: string, { startsAt, endsAt }: Slot): Promise<boolean> {
    const availability = await this.options.availabilities.of(mentorId, em);
    if (!availability) return false;
    const request = { mentorId, from: startsAt, to: startsAt + 1 };
    const [slot] = await this.within(availability, request, em);
    return slot?.startsAt === startsAt && slot.endsAt === endsAt;
  }

  private async within(
    availability: Availability,
    { mentorId, personId, ...asked }: SlotRequest,
    em?: EntityManager,
  ): Promise<readonly Slot[]> {
    const { clock, busyTimes } = this.options;
    const now = clock.now();
    const from = Math.max(asked.from, now);
    const to = Math.min(asked.to, now + availability.horizonDays * dayMs);
    if (from >= to) return [];
    const people = personId === undefined ? [mentorId] : [mentorId, personId];
    const busy = await busyTimes(people, { from, to: to + marginMs }, em);
    const offsets = offsetsOf(availability.timeZone, from - marginMs, to + marginMs);
    return freeSlots(availability, { from, to, now, busy, offsets });
  }
}
