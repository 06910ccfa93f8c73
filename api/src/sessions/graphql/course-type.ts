import { Field, ID, ObjectType } from 'type-graphql';
import type { ConsentPolicy } from '../domain/session-event.ts';
import type { CourseLink, CourseRecord } from '../session-snapshot.ts';
import { ConsentPolicyEnum } from './session-enums-type.ts';

@ObjectType('CourseLink', { description: 'Something to read or do for a course, elsewhere.' })
export class CourseLinkType {
  @Field(() => String, { description: 'What it is called.' })
  readonly title: string;

  @Field(() => String, { description: 'Its address, which begins with `https://`.' })
  readonly url: string;

  constructor({ title, url }: CourseLink) {
    this.title = title;
    this.url = url;
  }
}

@ObjectType('Course', { description: 'What the sessions of a mentor and a learner are about.' })
export class CourseType {
  @Field(() => ID, { description: 'Identifier, stable for ever.' })
  readonly id: string;

  @Field(() => String, { description: 'Name of the course.' })
  readonly title: string;

  @Field(() => String, { description: 'What the course is about; may be empty.' })
  readonly description: string;

  @Field(() => [CourseLinkType], { description: 'Its content, in order.' })
  readonly links: readonly CourseLinkType[];

  @Field(() => Boolean, {
    description:
      'Whether the chats of its sessions are kept. Where not, they are deleted when a session has ended.',
  })
  readonly keepsChat: boolean;

  @Field(() => Boolean, {
    description: 'Whether the transcript of its sessions stays when they have ended.',
  })
  readonly keepsTranscript: boolean;

  @Field(() => ConsentPolicyEnum, {
    description: 'Who asks whether what is said is to be written down, if anybody may.',
  })
  readonly transcriptConsent: ConsentPolicy;

  @Field(() => ConsentPolicyEnum, {
    description: 'Who asks whether a session is to be recorded, if anybody may.',
  })
  readonly recordingConsent: ConsentPolicy;

  /** Not for the outside. */
  readonly creatorId: string | null;

  constructor(course: CourseRecord) {
    const { id, title, description, links, keepsTranscript, creatorId } = course;
    this.id = id;
    this.title = title;
    this.description = description;
    this.keepsTranscript = keepsTranscript;
    this.transcriptConsent = course.transcriptConsent;
    this.recordingConsent = course.recordingConsent;
    this.creatorId = creatorId;
    this.keepsChat = course.chatUnkeptSince === null;
    this.links = links.map((link) => new CourseLinkType(link));
  }
}
