import { Field, ID, InputType } from 'type-graphql';

@InputType({ description: 'A topic of a session.' })
export class TopicInput {
  @Field(() => ID, { description: 'Identifier of the session.' })
  sessionId!: string;

  @Field(() => ID, { description: 'Identifier of the topic.' })
  topicId!: string;
}

@InputType({ description: 'A topic to put into the plan of a session.' })
export class AddTopicInput {
  @Field(() => ID, { description: 'Identifier of the session.' })
  sessionId!: string;

  @Field(() => ID, {
    description: 'A UUID made by the client. Sent again, the topic is there once.',
  })
  topicId!: string;

  @Field(() => String, { description: 'What it is about; one line of 1 to 200 characters.' })
  title!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'Behind which topic; null: first in the plan; left out: last.',
  })
  afterId?: string | null;
}

@InputType({ description: 'A topic to name anew.' })
export class RenameTopicInput {
  @Field(() => ID, { description: 'Identifier of the session.' })
  sessionId!: string;

  @Field(() => ID, { description: 'Identifier of the topic.' })
  topicId!: string;

  @Field(() => String, { description: 'What it is about; one line of 1 to 200 characters.' })
  title!: string;
}

@InputType({ description: 'A topic to give another place.' })
export class MoveTopicInput {
  @Field(() => ID, { description: 'Identifier of the session.' })
  sessionId!: string;

  @Field(() => ID, { description: 'Identifier of the topic.' })
  topicId!: string;

  @Field(() => ID, { nullable: true, description: 'Behind which topic; null: first in the plan.' })
  afterId?: string | null;
}
