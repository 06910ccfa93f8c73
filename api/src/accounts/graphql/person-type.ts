import { Field, ID, ObjectType } from 'type-graphql';
import { initials } from '../domain/initials.ts';
import type { Person } from '../person.ts';

@ObjectType('Person', { description: 'Somebody with an account, as others see them.' })
export class PersonType {
  @Field(() => ID, { description: 'Identifier, stable for ever.' })
  readonly id: string;

  @Field(() => String, { description: 'Name to show.' })
  readonly displayName: string;

  @Field(() => String, { nullable: true, description: 'Address of a picture, if there is one.' })
  readonly avatarUrl: string | null;

  @Field(() => String, { description: 'One or two letters to show in place of a picture.' })
  readonly initials: string;

  constructor(person: Person) {
    this.id = person.id;
    this.displayName = person.displayName;
    this.avatarUrl = person.avatarUrl;
    this.initials = initials(person.displayName);
  }
}
