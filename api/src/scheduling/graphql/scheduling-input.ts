import { Field, ID, InputType, Int } from 'type-graphql';
import { DateTime } from '../../platform/graphql/date-time.ts';
import type { Weekday } from '../domain/availability.ts';
import { WeekdayEnum } from './availability-type.ts';

@InputType({ description: 'A part of a day, by local time.' })
export class TimeRangeInput {
  @Field(() => String, { description: 'Start, such as `09:00`.' })
  from!: string;

  @Field(() => String, { description: 'End, such as `17:30`; `24:00` is the end of the day.' })
  to!: string;
}

@InputType({ description: 'What a mentor offers on a day of every week.' })
export class WeeklyHoursInput {
  @Field(() => WeekdayEnum, { description: 'The day, given once.' })
  weekday!: Weekday;

  @Field(() => [TimeRangeInput], { description: 'Its hours; up to 12 that do not overlap.' })
  hours!: TimeRangeInput[];
}

@InputType({
  description: 'What a mentor offers on one date in place of the hours of its weekday.',
})
export class DayExceptionInput {
  @Field(() => String, { description: 'The date, such as `2026-12-24`, given once.' })
  date!: string;

  @Field(() => [TimeRangeInput], { description: 'Its hours; empty for a day off.' })
  hours!: TimeRangeInput[];
}

@InputType({ description: 'When the viewer’s time can be booked; in place of what was before.' })
export class SetAvailabilityInput {
  @Field(() => String, { description: 'IANA name of the time zone, such as `Europe/Berlin`.' })
  timeZone!: string;

  @Field(() => Int, { description: 'How many minutes a session takes, 15 to 480.' })
  sessionMinutes!: number;

  @Field(() => Int, { description: 'How many minutes ahead it is booked at the latest, to 43200.' })
  noticeMinutes!: number;

  @Field(() => Int, { description: 'How many days ahead it is booked at the earliest, 1 to 365.' })
  horizonDays!: number;

  @Field(() => [ID], { description: 'The courses for which sessions can be booked; up to 100.' })
  courseIds!: string[];

  @Field(() => [WeeklyHoursInput], { description: 'The hours of each week.' })
  weekly!: WeeklyHoursInput[];

  @Field(() => [DayExceptionInput], { description: 'What differs from the week; up to 400 dates.' })
  exceptions!: DayExceptionInput[];
}

@InputType({ description: 'A free slot to take; the viewer is the learner.' })
export class BookSessionInput {
  @Field(() => ID, { description: 'The course that the session belongs to.' })
  courseId!: string;

  @Field(() => ID, { description: 'The person who teaches.' })
  mentorId!: string;

  @Field(() => DateTime, { description: 'Start of the slot.' })
  startsAt!: number;

  @Field(() => String, {
    nullable: true,
    description: 'Name of the session, up to 200 characters; that of the course where it is empty.',
  })
  title: string | null = null;

  @Field(() => [String], { defaultValue: [], description: 'The plan, in order.' })
  topics!: string[];

  @Field(() => ID, {
    nullable: true,
    description: 'A new UUID for the session. Asking again with the same one books nothing more.',
  })
  sessionId: string | null = null;
}
