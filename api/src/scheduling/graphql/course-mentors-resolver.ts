import { FieldResolver, Resolver, Root } from 'type-graphql';
import { PersonType } from '../../accounts/graphql/person-type.ts';
import { CourseType } from '../../sessions/graphql/course-type.ts';
import type { CourseMentors } from '../course-mentors.ts';

@Resolver(() => CourseType)
export class CourseMentorsResolver {
  constructor(private readonly courseMentors: CourseMentors) {}

  @FieldResolver(() => [PersonType], {
    description: 'Who teaches it, by name: whose time can be booked for it, or who has taught it.',
  })
  async mentors(@Root() course: CourseType): Promise<PersonType[]> {
    const mentors = await this.courseMentors.of(course.id);
    return mentors.map((mentor) => new PersonType(mentor));
  }
}
