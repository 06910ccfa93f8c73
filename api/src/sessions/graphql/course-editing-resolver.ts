import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../../accounts/request-context.ts';
import type { CourseEditors } from '../course-editors.ts';
import { CourseType } from './course-type.ts';

@Resolver(() => CourseType)
export class CourseEditingResolver {
  constructor(private readonly editors: CourseEditors) {}

  @FieldResolver(() => Boolean, {
    description:
      'Whether the viewer may change it with `saveCourse`: administrators, and mentors who made it or have sessions of it.',
  })
  async viewerCanEdit(
    @Root() course: CourseType,
    @Ctx() { viewer }: RequestContext,
  ): Promise<boolean> {
    return viewer !== null && (await this.editors.includes(viewer, course));
  }
}
