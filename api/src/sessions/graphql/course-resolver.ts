import {
  Arg,
  createUnionType,
  Ctx,
  Field,
  ID,
  InputType,
  Mutation,
  ObjectType,
  Query,
  Resolver,
} from 'type-graphql';
import { signedIn, type RequestContext } from '../../accounts/request-context.ts';
import type { Viewer } from '../../accounts/viewer.ts';
import { forbidden, notFound } from '../../platform/graphql/errors.ts';
import { Problem } from '../../platform/graphql/problem.ts';
import { checkCourse, type WantedCourse } from '../domain/course.ts';
import type { ConsentPolicy } from '../domain/session-event.ts';
import type { CourseEditors } from '../course-editors.ts';
import { canAddCourses } from '../policy.ts';
import type { CourseStore } from '../store/course-store.ts';
import type { CourseRecord } from '../session-snapshot.ts';
import { CourseType } from './course-type.ts';
import { ConsentPolicyEnum } from './session-enums-type.ts';

@InputType({ description: 'Something to read or do for a course, elsewhere.' })
export class CourseLinkInput {
  @Field(() => String, { description: 'What it is called, 1 to 200 characters.' })
  title!: string;

  @Field(() => String, { description: 'Its address, which begins with `https://`.' })
  url!: string;
}

@InputType({ description: 'A course as it is to be.' })
export class SaveCourseInput {
  @Field(() => ID, { nullable: true, description: 'The course to change; null for a new one.' })
  id: string | null | undefined;

  @Field(() => String, { description: 'Name of the course, 1 to 200 characters.' })
  title!: string;

  @Field(() => String, { description: 'What it is about; up to 5000 characters.' })
  description!: string;

  @Field(() => [CourseLinkInput], { description: 'Its content, in order; up to 50.' })
  links!: CourseLinkInput[];

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether the chats of its sessions are kept after them. Null leaves that as it is, and keeps them in a new course.',
  })
  keepsChat: boolean | null | undefined;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether the transcript of its sessions stays when they have ended; null: as before, and yes for a new course.',
  })
  keepsTranscript: boolean | null | undefined;

  @Field(() => ConsentPolicyEnum, {
    nullable: true,
    description:
      'Who asks whether what is said is to be written down; null: as before, and `ALWAYS_ASK` for a new course.',
  })
  transcriptConsent: ConsentPolicy | null | undefined;

  @Field(() => ConsentPolicyEnum, {
    nullable: true,
    description:
      'Who asks whether a session is to be recorded; null: as before, and `ON_REQUEST` for a new course.',
  })
  recordingConsent: ConsentPolicy | null | undefined;
}

@ObjectType({
  implements: Problem,
  description: 'The texts or links of a course are not possible.',
})
export class InvalidCourse extends Problem {
  @Field(() => String, {
    description: 'The input field that is to be changed, such as `title` or `links.0.url`.',
  })
  readonly field: string;

  constructor(field: string, message: string) {
    super(message);
    this.field = field;
  }
}

const SaveCourseResult = createUnionType({
  name: 'SaveCourseResult',
  description: 'The course as it is kept, or why it was not kept.',
  types: () => [CourseType, InvalidCourse] as const,
});

@Resolver()
export class CourseResolver {
  constructor(
    private readonly store: CourseStore,
    private readonly editors: CourseEditors,
  ) {}

  @Query(() => [CourseType], { description: 'All courses, by title.' })
  async courses(@Ctx() context: RequestContext): Promise<CourseType[]> {
    signedIn(context);
    return (await this.store.all()).map((course) => new CourseType(course));
  }

  @Query(() => CourseType, {
    description: 'One course. Errors: `NOT_FOUND`, `UNAUTHENTICATED`.',
  })
  async course(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID, { description: 'Identifier of the course.' }) id: string,
  ): Promise<CourseType> {
    signedIn(context);
    const course = await this.store.byId(id);
    if (!course) throw notFound('Course not found.');
    return new CourseType(course);
  }

  @Mutation(() => SaveCourseResult, {
    description:
      'Adds a course, for mentors; or says anew what one is about, where `viewerCanEdit`. Errors: `FORBIDDEN`, `NOT_FOUND`.',
  })
  async saveCourse(
    @Ctx() context: RequestContext,
    @Arg('input', () => SaveCourseInput, { description: 'The course.' })
    { id, ...wanted }: SaveCourseInput,
  ): Promise<CourseType | InvalidCourse> {
    const viewer = signedIn(context);
    if (!canAddCourses(viewer)) throw forbidden('Only mentors save courses.');
    const checked = checkCourse({
      ...wanted,
      keepsChat: wanted.keepsChat ?? undefined,
      keepsTranscript: wanted.keepsTranscript ?? undefined,
      transcriptConsent: wanted.transcriptConsent ?? undefined,
      recordingConsent: wanted.recordingConsent ?? undefined,
    });
    if ('fault' in checked) return new InvalidCourse(checked.fault.field, checked.fault.message);
    const isNew = id === null || id === undefined;
    const kept = await (isNew
      ? this.store.add(checked.course, viewer.personId)
      : this.change(viewer, id, checked.course));
    if (!kept) throw notFound('Course not found.');
    return new CourseType(kept);
  }

  private async change(
    viewer: Viewer,
    id: string,
    wanted: WantedCourse,
  ): Promise<CourseRecord | null> {
    const course = await this.store.byId(id);
    if (!course) return null;
    if (!(await this.editors.includes(viewer, course))) {
      throw forbidden('Only its mentors change a course.');
    }
    return await this.store.change(id, wanted);
  }
}
