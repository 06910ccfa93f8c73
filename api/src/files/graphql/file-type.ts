import { Field, ID, Int, ObjectType } from 'type-graphql';
import { type FileRecord, pathOf } from '../file-record.ts';

@ObjectType('ChatFile', { description: 'A file that somebody uploaded in a session.' })
export class FileType {
  @Field(() => ID, { description: 'Identifier, stable for ever.' })
  readonly id: string;

  @Field(() => String, { description: 'Its name, as its owner called it.' })
  readonly name: string;

  @Field(() => String, { description: 'Its media type, which its bytes were checked for.' })
  readonly mediaType: string;

  @Field(() => Int, { description: 'How large it is, in bytes.' })
  readonly bytes: number;

  @Field(() => String, {
    description:
      'Where it is read with `GET`: a path of the site. Only the two people of the session and administrators may.',
  })
  readonly url: string;

  @Field(() => Boolean, {
    description: 'Whether it is a picture that can be shown; everything else is downloaded.',
  })
  readonly isPicture: boolean;

  @Field(() => Int, {
    nullable: true,
    description: 'Width of a picture in pixels, where it is known.',
  })
  readonly width: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Height of a picture in pixels, where it is known.',
  })
  readonly height: number | null;

  constructor({ id, name, mediaType, bytes, isPicture, width, height }: FileRecord) {
    this.id = id;
    this.name = name;
    this.mediaType = mediaType;
    this.bytes = bytes;
    this.url = pathOf(id);
    this.isPicture = isPicture;
    this.width = width;
    this.height = height;
  }
}
