import { Arg, createUnionType, Ctx, Mutation, Resolver } from 'type-graphql';
import type { RequestContext } from '../../accounts/request-context.ts';
import type { Allowances } from '../../platform/allowances/allowances.ts';
import { charge } from '../../platform/graphql/charge.ts';
import { badInput, notFound } from '../../platform/graphql/errors.ts';
import { isId } from '../../platform/ids.ts';
import { SessionAlreadyEnded } from '../../sessions/graphql/session-problem-type.ts';
import { SessionType } from '../../sessions/graphql/session-type.ts';
import type { Sessions } from '../../sessions/sessions.ts';
import type { TopicCommand } from '../domain/decide-topics.ts';
import { topicLimit } from '../topic-limits.ts';
import type { ChangeTopics, TopicAnswer } from '../use-cases/change-topics.ts';
import { AddTopicInput, MoveTopicInput, RenameTopicInput, TopicInput } from './topic-input.ts';
import { InvalidTopic, TopicGone } from './topic-problem-type.ts';

const ChangeTopicsResult = createUnionType({
  name: 'ChangeTopicsResult',
  description: 'The session with its plan as it is now, or why nothing was changed.',
  types: () => [SessionType, TopicGone, InvalidTopic, SessionAlreadyEnded] as const,
});

type Changed = SessionType | TopicGone | InvalidTopic | SessionAlreadyEnded;

const whoAndWhen =
  'For the mentor, until the session ends. Errors: `TOO_MANY_REQUESTS` after 300 changes in ten minutes.';

export interface TopicMutationsOptions {
  readonly access: Sessions['access'];
  readonly sessions: Sessions['reader'];
  readonly change: ChangeTopics;
  readonly allowances: Allowances;
}

@Resolver()
export class TopicMutations {
  constructor(private readonly options: TopicMutationsOptions) {}

  @Mutation(() => ChangeTopicsResult, {
    description: `Puts a topic into the plan; again with the same identifier, nothing more. ${whoAndWhen}`,
  })
  async addTopic(
    @Ctx() context: RequestContext,
    @Arg('input', () => AddTopicInput, { description: 'What to add, and where.' })
    { sessionId, topicId, title, afterId }: AddTopicInput,
  ): Promise<Changed> {
    if (!isId(topicId)) throw badInput('`topicId` is to be a UUID.');
    const place = afterId === null ? null : afterId?.toLowerCase();
    return await this.run(context, sessionId, { type: 'ADD', topicId, title, afterId: place });
  }

  @Mutation(() => ChangeTopicsResult, { description: `Names a topic anew. ${whoAndWhen}` })
  async renameTopic(
    @Ctx() context: RequestContext,
    @Arg('input', () => RenameTopicInput, { description: 'Which topic, and its name.' })
    { sessionId, topicId, title }: RenameTopicInput,
  ): Promise<Changed> {
    return await this.run(context, sessionId, { type: 'RENAME', topicId, title });
  }

  @Mutation(() => ChangeTopicsResult, { description: `Gives a topic another place. ${whoAndWhen}` })
  async moveTopic(
    @Ctx() context: RequestContext,
    @Arg('input', () => MoveTopicInput, { description: 'Which topic, and where to.' })
    { sessionId, topicId, afterId }: MoveTopicInput,
  ): Promise<Changed> {
    return await this.run(context, sessionId, {
      type: 'MOVE',
      topicId,
      afterId: afterId?.toLowerCase() ?? null,
    });
  }

  @Mutation(() => ChangeTopicsResult, {
    description: `Takes a topic out of the plan; what was written on it is kept. ${whoAndWhen}`,
  })
  async removeTopic(
    @Ctx() context: RequestContext,
    @Arg('input', () => TopicInput, { description: 'Which topic.' }) input: TopicInput,
  ): Promise<Changed> {
    return await this.of(context, 'REMOVE', input);
  }

  @Mutation(() => ChangeTopicsResult, {
    description: `Brings a topic that was taken out back to its place. ${whoAndWhen}`,
  })
  async restoreTopic(
    @Ctx() context: RequestContext,
    @Arg('input', () => TopicInput, { description: 'Which topic.' }) input: TopicInput,
  ): Promise<Changed> {
    return await this.of(context, 'RESTORE', input);
  }

  @Mutation(() => ChangeTopicsResult, {
    description: `Makes a topic the current one, also one that was done. ${whoAndWhen}`,
  })
  async startTopic(
    @Ctx() context: RequestContext,
    @Arg('input', () => TopicInput, { description: 'Which topic.' }) input: TopicInput,
  ): Promise<Changed> {
    return await this.of(context, 'START', input);
  }

  @Mutation(() => ChangeTopicsResult, {
    description: `Marks a topic as done; where it was the current one, the next planned one becomes it. ${whoAndWhen}`,
  })
  async finishTopic(
    @Ctx() context: RequestContext,
    @Arg('input', () => TopicInput, { description: 'Which topic.' }) input: TopicInput,
  ): Promise<Changed> {
    return await this.of(context, 'FINISH', input);
  }

  @Mutation(() => ChangeTopicsResult, {
    description: `Takes the mark of a topic that was done back. ${whoAndWhen}`,
  })
  async reopenTopic(
    @Ctx() context: RequestContext,
    @Arg('input', () => TopicInput, { description: 'Which topic.' }) input: TopicInput,
  ): Promise<Changed> {
    return await this.of(context, 'REOPEN', input);
  }

  private of(
    context: RequestContext,
    type: 'REMOVE' | 'RESTORE' | 'START' | 'FINISH' | 'REOPEN',
    { sessionId, topicId }: TopicInput,
  ): Promise<Changed> {
    return this.run(context, sessionId, { type, topicId });
  }

  private async run(
    context: RequestContext,
    sessionId: string,
    command: TopicCommand,
  ): Promise<Changed> {
    const { access, allowances, change, sessions } = this.options;
    const { personId } = await access.require(context, 'CHANGE_TOPICS', sessionId);
    await charge(allowances, topicLimit, personId);
    // As the table writes it.
    const topicId = command.topicId.toLowerCase();
    const answer = await change.run({ sessionId, personId, command: { ...command, topicId } });
    if ('rejected' in answer) return refusal(answer.rejected);
    const snapshot = await sessions.byId(sessionId);
    if (!snapshot) throw notFound();
    return new SessionType(snapshot, personId);
  }
}

function refusal(rejected: Extract<TopicAnswer, { rejected: string }>['rejected']): Changed {
  switch (rejected) {
    case 'GONE':
      return new TopicGone();
    case 'TITLE':
      return new InvalidTopic('Give the topic a name of one line, 1 to 200 characters.');
    case 'TOO_MANY':
      return new InvalidTopic('A plan has at most 50 topics. Remove one first.');
    case 'NO_SUCH_PLACE':
      return new InvalidTopic('The topic to put it behind is not in the plan.');
    case 'ENDED':
      return new SessionAlreadyEnded();
    default:
      return rejected satisfies never;
  }
}
