import { Field, ObjectType } from 'type-graphql';
import type { Person } from '../person.ts';
import type { Role } from '../viewer.ts';
import { PersonType } from './person-type.ts';
import { RoleEnum } from './role-enum.ts';

@ObjectType('Viewer', { description: 'Whoever asks, with what only they themselves may see.' })
export class ViewerType {
  @Field(() => PersonType, { description: 'The viewer as others see them.' })
  readonly person: PersonType;

  @Field(() => String, { description: 'Address for sign-in links and reminders.' })
  readonly email: string;

  @Field(() => [RoleEnum], { description: 'What the viewer may be in sessions.' })
  readonly roles: readonly Role[];

  @Field(() => String, {
    nullable: true,
    description: 'IANA name of the chosen time zone; null where that of the device counts.',
  })
  readonly timeZone: string | null;

  constructor(person: Person) {
    this.person = new PersonType(person);
    this.email = person.email;
    this.roles = person.roles;
    this.timeZone = person.timeZone;
  }
}
