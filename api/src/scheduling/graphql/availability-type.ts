import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { PersonType } from '../../accounts/graphql/person-type.ts';
import { DateTime } from '../../platform/graphql/date-time.ts';
import { CourseType } from '../../sessions/graphql/course-type.ts';
import type { Availability, DayException, TimeRange, WeeklyHours } from '../domain/availability.ts';
import type { Weekday } from '../domain/availability.ts';
import type { Slot } from '../domain/free-slots.ts';

export const WeekdayEnum = {
  MONDAY: 'MONDAY',
  TUESDAY: 'TUESDAY',
  WEDNESDAY: 'WEDNESDAY',
  THURSDAY: 'THURSDAY',
  FRIDAY: 'FRIDAY',
  SATURDAY: 'SATURDAY',
  SUNDAY: 'SUNDAY',
} as const satisfies { [Day in Weekday]: Day };

registerEnumType(WeekdayEnum, { name: 'Weekday', description: 'A day of the week.' });

@ObjectType('TimeRange', { description: 'A part of a day, by local time.' })
export class TimeRangeType {
  @Field(() => String, { description: 'Start, such as `09:00`.' })
  readonly from: string;

  @Field(() => String, { description: 'End, such as `17:30`; `24:00` is the end of the day.' })
  readonly to: string;

  constructor({ from, to }: TimeRange) {
    this.from = from;
    this.to = to;
  }
}

@ObjectType('WeeklyHours', { description: 'What a mentor offers on a day of every week.' })
export class WeeklyHoursType {
  @Field(() => WeekdayEnum, { description: 'The day.' })
  readonly weekday: Weekday;

  @Field(() => [TimeRangeType], { description: 'Its hours, in order.' })
  readonly hours: readonly TimeRangeType[];

  constructor({ weekday, hours }: WeeklyHours) {
    this.weekday = weekday;
    this.hours = hours.map((range) => new TimeRangeType(range));
  }
}

@ObjectType('DayException', {
  description: 'What a mentor offers on one date in place of the hours of its weekday.',
})
export class DayExceptionType {
  @Field(() => String, { description: 'The date, such as `2026-12-24`.' })
  readonly date: string;

  @Field(() => [TimeRangeType], { description: 'Its hours, in order; empty for a day off.' })
  readonly hours: readonly TimeRangeType[];

  constructor({ date, hours }: DayException) {
    this.date = date;
    this.hours = hours.map((range) => new TimeRangeType(range));
  }
}

@ObjectType('Availability', { description: 'When a mentor’s time can be booked.' })
export class AvailabilityType {
  constructor(
    private readonly person: PersonType,
    private readonly kept: Availability,
    private readonly known: readonly CourseType[],
  ) {}

  @Field(() => PersonType, { description: 'The mentor.' })
  get mentor(): PersonType {
    return this.person;
  }

  @Field(() => String, {
    description: 'The time zone of all hours and dates, by its IANA name, such as `Europe/Berlin`.',
  })
  get timeZone(): string {
    return this.kept.timeZone;
  }

  @Field(() => Int, { description: 'How many minutes a booked session takes.' })
  get sessionMinutes(): number {
    return this.kept.sessionMinutes;
  }

  @Field(() => Int, { description: 'How many minutes ahead a session is booked at the latest.' })
  get noticeMinutes(): number {
    return this.kept.noticeMinutes;
  }

  @Field(() => Int, { description: 'How many days ahead a session is booked at the earliest.' })
  get horizonDays(): number {
    return this.kept.horizonDays;
  }

  @Field(() => [CourseType], { description: 'The courses for which sessions can be booked.' })
  get courses(): readonly CourseType[] {
    return this.known;
  }

  @Field(() => [WeeklyHoursType], { description: 'The hours of each week; other days are free.' })
  get weekly(): readonly WeeklyHoursType[] {
    return this.kept.weekly.map((one) => new WeeklyHoursType(one));
  }

  @Field(() => [DayExceptionType], { description: 'What differs from the week, by date.' })
  get exceptions(): readonly DayExceptionType[] {
    return this.kept.exceptions.map((one) => new DayExceptionType(one));
  }
}

@ObjectType('Slot', { description: 'A time at which a session can be booked.' })
export class SlotType {
  @Field(() => DateTime, { description: 'Start.' })
  readonly startsAt: number;

  @Field(() => DateTime, { description: 'End.' })
  readonly endsAt: number;

  constructor({ startsAt, endsAt }: Slot) {
    this.startsAt = startsAt;
    this.endsAt = endsAt;
  }
}
