import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import { forbidden } from '../../platform/graphql/errors.ts';
import type { PersonReader } from '../person.ts';
import { can } from '../policy.ts';
import { type RequestContext, signedIn } from '../request-context.ts';
import type { Role } from '../viewer.ts';
import { PersonType } from './person-type.ts';
import { RoleEnum } from './role-enum.ts';
import { ViewerType } from './viewer-type.ts';

@Resolver()
export class AccountResolver {
  constructor(private readonly people: PersonReader) {}

  @Query(() => ViewerType, { nullable: true, description: 'Whoever asks; null if not signed in.' })
  async viewer(@Ctx() { viewer }: RequestContext): Promise<ViewerType | null> {
    return viewer && new ViewerType(await this.people.byId(viewer.personId));
  }

  @Query(() => [PersonType], {
    name: 'people',
    description: 'Everybody with a role, by name; for mentors.',
  })
  async peopleWithRole(
    @Arg('role', () => RoleEnum, { description: 'The role that they have.' }) role: Role,
    @Ctx() context: RequestContext,
  ): Promise<readonly PersonType[]> {
    if (!can(signedIn(context), 'LIST_PEOPLE')) throw forbidden('Only mentors may see the list.');
    const people = await this.people.withRole(role);
    return people.map((person) => new PersonType(person));
  }
}
