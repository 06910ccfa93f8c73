import { Field, InterfaceType } from 'type-graphql';

@InterfaceType({ description: 'Why a mutation did not do what was asked; nothing has changed.' })
export abstract class Problem {
  @Field(() => String, { description: 'What to tell the person, in English.' })
  readonly message: string;

  constructor(message: string) {
    this.message = message;
  }
}
