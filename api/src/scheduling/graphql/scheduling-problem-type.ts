import { Field, ObjectType } from 'type-graphql';
import { Problem } from '../../platform/graphql/problem.ts';

@ObjectType({ implements: Problem, description: 'The hours of an availability are not possible.' })
export class InvalidAvailability extends Problem {
  @Field(() => String, {
    description:
      'The input field that is to be changed, such as `timeZone`, `weekly.MONDAY` or `exceptions.2026-12-24`.',
  })
  readonly field: string;

  constructor(field: string, message: string) {
    super(message);
    this.field = field;
  }
}

@ObjectType({
  implements: Problem,
  description: 'The mentor does not offer that time, or somebody was faster.',
})
export class SlotTaken extends Problem {
  constructor() {
    super('This time is no longer free. Choose another one.');
  }
}
