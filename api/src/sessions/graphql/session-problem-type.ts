import { Field, ObjectType } from 'type-graphql';
import { Problem } from '../../platform/graphql/problem.ts';

@ObjectType({
  implements: Problem,
  description: 'The session is over; nothing more can be done in it.',
})
export class SessionAlreadyEnded extends Problem {
  constructor() {
    super('This session has ended.');
  }
}

@ObjectType({
  implements: Problem,
  description: 'The session has started, so it is too late for that.',
})
export class SessionAlreadyStarted extends Problem {
  constructor() {
    super('This session has started. End it instead.');
  }
}

@ObjectType({
  implements: Problem,
  description: 'The proposal was answered, taken back or replaced by a newer one.',
})
export class ProposalGone extends Problem {
  constructor() {
    super('This proposal is no longer open.');
  }
}

@ObjectType({ implements: Problem, description: 'The session is not running now.' })
export class SessionNotRunning extends Problem {
  constructor() {
    super('The session is not running. Wait until both of you are in the room.');
  }
}

@ObjectType({
  implements: Problem,
  description: 'The times or texts of a session are not possible.',
})
export class InvalidSchedule extends Problem {
  @Field(() => String, { description: 'The input field that is to be changed.' })
  readonly field: string;

  constructor(field: string, message: string) {
    super(message);
    this.field = field;
  }
}

@ObjectType({
  implements: Problem,
  description: 'One of the two people has another session at that time.',
})
export class PersonBusy extends Problem {
  @Field(() => String, { description: 'Identifier of the person who is busy.' })
  readonly personId: string;

  constructor(personId: string) {
    super('There is already a session at that time. Choose another time.');
    this.personId = personId;
  }
}
