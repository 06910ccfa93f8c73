import { Arg, Ctx, Int, Query, Resolver } from 'type-graphql';
import { badInput, forbidden } from '../../platform/graphql/errors.ts';
import type { PersonReader } from '../person.ts';
import { can } from '../policy.ts';
import { type RequestContext, signedIn } from '../request-context.ts';
import type { Role } from '../viewer.ts';
import { PersonType } from './person-type.ts';
import { RoleEnum } from './role-enum.ts';
import { ViewerType } from './viewer-type.ts';

const longestPage = 100;
const longestSearch = 100;

@Resolver()
export class AccountResolver {
  constructor(private readonly people: PersonReader) {}

  @Query(() => ViewerType, { nullable: true, description: 'Whoever asks; null if not signed in.' })
  async viewer(@Ctx() { viewer }: RequestContext): Promise<ViewerType | null> {
    return viewer && new ViewerType(await this.people.byId(viewer.personId));
  }

  @Query(() => [PersonType], {
    name: 'people',
    description: 'People with a role, by name; for mentors.',
  })
  async peopleWithRole(
    @Arg('role', () => RoleEnum, { description: 'The role that they have.' }) role: Role,
    @Ctx() context: RequestContext,
    @Arg('search', () => String, {
      defaultValue: '',
      description: 'How their name, or a word of it, begins.',
    })
    search: string,
    @Arg('first', () => Int, { defaultValue: 100, description: 'How many at the most, up to 100.' })
    first: number,
  ): Promise<readonly PersonType[]> {
    if (!can(signedIn(context), 'LIST_PEOPLE')) throw forbidden('Only mentors may see the list.');
    if (first < 1 || first > longestPage) throw badInput('`first` is a number from 1 to 100.');
    const people = await this.people.withRole(role, {
      text: search.slice(0, longestSearch),
      first,
    });
    return people.map((person) => new PersonType(person));
  }
}
