import { Field, ID, Int, ObjectType } from 'type-graphql';
import { DateTime } from '../../platform/graphql/date-time.ts';
import { topicStandings, type TopicState, type TopicStanding } from '../domain/topic-times.ts';
import type { SessionSnapshot, TopicRecord } from '../session-snapshot.ts';
import { TopicStateEnum } from './session-enums-type.ts';

@ObjectType('Topic', { description: 'One item of a session’s plan.' })
export class TopicType {
  @Field(() => ID, { description: 'Identifier, stable for ever.' })
  readonly id: string;

  @Field(() => Int, { description: 'Place in the plan, from 0.' })
  readonly position: number;

  @Field(() => String, { description: 'What it is about.' })
  readonly title: string;

  @Field(() => DateTime, { nullable: true, description: 'When it was marked as done.' })
  readonly doneAt: number | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When it was taken out of the plan; what was written on it is kept.',
  })
  readonly removedAt: number | null;

  @Field(() => TopicStateEnum, { description: 'Whether it is to come, talked about, or done.' })
  readonly state: TopicState;

  @Field(() => Int, {
    description:
      'Milliseconds of the session’s active time during which it was the current topic, up to ' +
      '`clock.serverTime`. Of the current topic it grows while the clock runs.',
  })
  readonly activeMs: number;

  @Field(() => DateTime, { nullable: true, description: 'When the session first came to it.' })
  readonly startedAt: number | null;

  constructor(topic: TopicRecord, position: number, standing: TopicStanding) {
    this.id = topic.id;
    this.position = position;
    this.title = topic.title;
    this.doneAt = topic.doneAt;
    this.removedAt = topic.removedAt;
    this.state = standing.state;
    this.activeMs = standing.activeMs;
    this.startedAt = standing.startedAt;
  }
}

/** The plan as it is shown, in order. */
export function topicsOf(session: SessionSnapshot): TopicType[] {
  return allTopicsOf(session).filter(({ removedAt }) => removedAt === null);
}

/** A topic of the plan, also one that was taken out; `null` where there never was such a one. */
export function topicOf(session: SessionSnapshot, id: string): TopicType | null {
  return allTopicsOf(session).find((topic) => topic.id === id) ?? null;
}

function allTopicsOf({ topics, state, now, rules }: SessionSnapshot): readonly TopicType[] {
  const standings = topicStandings(topics, state, now, rules);
  let position = 0;
  return topics.flatMap((topic) => {
    const standing = standings.get(topic.id);
    if (!standing) return [];
    const place = position;
    if (topic.removedAt === null) position += 1;
    return [new TopicType(topic, place, standing)];
  });
}
