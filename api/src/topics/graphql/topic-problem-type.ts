import { ObjectType } from 'type-graphql';
import { Problem } from '../../platform/graphql/problem.ts';

@ObjectType({ implements: Problem, description: 'The topic is not in the plan (any more).' })
export class TopicGone extends Problem {
  constructor() {
    super('This topic is no longer in the plan.');
  }
}

@ObjectType({ implements: Problem, description: 'The topic cannot be kept like this.' })
export class InvalidTopic extends Problem {}
