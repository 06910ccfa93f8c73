import { createUnionType, Field, InputType, Int, ObjectType } from 'type-graphql';
import { Problem } from '../../platform/graphql/problem.ts';
import type {
  NoticeChannel,
  Preferences,
  ReminderLead,
  ReminderPreference,
} from '../domain/preferences.ts';
import { NoticeChannelEnum, ReminderLeadEnum } from './reminder-enum.ts';

@ObjectType('ReminderPreference', { description: 'On which ways one of the reminders comes.' })
export class ReminderPreferenceType {
  @Field(() => ReminderLeadEnum, { description: 'Which of the reminders.' })
  readonly lead: ReminderLead;

  @Field(() => [NoticeChannelEnum], { description: 'The ways; on none it does not come at all.' })
  readonly channels: readonly NoticeChannel[];

  constructor({ lead, channels }: ReminderPreference) {
    this.lead = lead;
    this.channels = channels;
  }
}

@ObjectType('Preferences', { description: 'How the viewer wants PeerLearn to be.' })
export class PreferencesType {
  @Field(() => Int, { description: 'Rises with each change: of two, the higher is the newer.' })
  readonly revision: number;

  @Field(() => Boolean, { description: 'Whether a chime sounds 5 minutes before a session.' })
  readonly chimeFiveMinutes: boolean;

  @Field(() => Boolean, { description: 'Whether a louder chime sounds 1 minute before.' })
  readonly chimeOneMinute: boolean;

  @Field(() => Boolean, { description: 'Whether a chime sounds 10 seconds before.' })
  readonly chimeTenSeconds: boolean;

  @Field(() => Int, { description: 'Volume of chimes and voice, 0 to 100.' })
  readonly volume: number;

  @Field(() => Boolean, { description: 'Whether notices are spoken.' })
  readonly voice: boolean;

  @Field(() => Boolean, { description: 'Whether sessions are entered without a press.' })
  readonly autoJoin: boolean;

  @Field(() => [ReminderPreferenceType], { description: 'Each reminder, the earliest first.' })
  readonly reminders: readonly ReminderPreferenceType[];

  @Field(() => String, {
    nullable: true,
    description: 'IANA name of the time zone; null where none was chosen yet.',
  })
  readonly timeZone: string | null;

  constructor(preferences: Preferences) {
    this.revision = preferences.revision;
    this.chimeFiveMinutes = preferences.chimeFiveMinutes;
    this.chimeOneMinute = preferences.chimeOneMinute;
    this.chimeTenSeconds = preferences.chimeTenSeconds;
    this.volume = preferences.volume;
    this.voice = preferences.voice;
    this.autoJoin = preferences.autoJoin;
    this.reminders = preferences.reminders.map((reminder) => new ReminderPreferenceType(reminder));
    this.timeZone = preferences.timeZone;
  }
}

@InputType({ description: 'On which ways one of the reminders is to come.' })
export class ReminderPreferenceInput {
  @Field(() => ReminderLeadEnum, { description: 'Which of the reminders.' })
  lead!: ReminderLead;

  @Field(() => [NoticeChannelEnum], { description: 'The ways, of which each counts once.' })
  channels!: NoticeChannel[];
}

@InputType({ description: 'What is to change; what is not named, or null, stays as it is.' })
export class UpdatePreferencesInput {
  @Field(() => Boolean, { nullable: true, description: 'Chime 5 minutes before a session.' })
  chimeFiveMinutes?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Chime 1 minute before.' })
  chimeOneMinute?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Chime 10 seconds before.' })
  chimeTenSeconds?: boolean | null;

  @Field(() => Int, { nullable: true, description: 'Volume, 0 to 100.' })
  volume?: number | null;

  @Field(() => Boolean, { nullable: true, description: 'Spoken notices.' })
  voice?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Entering without a press.' })
  autoJoin?: boolean | null;

  @Field(() => [ReminderPreferenceInput], {
    nullable: true,
    description: 'Reminders that are to change, each once; the others stay.',
  })
  reminders?: ReminderPreferenceInput[] | null;

  @Field(() => String, { nullable: true, description: 'IANA name of a time zone.' })
  timeZone?: string | null;
}

@ObjectType({ implements: Problem, description: 'The preferences cannot be kept as they are.' })
export class InvalidPreferences extends Problem {}

export const UpdatePreferencesResult = createUnionType({
  name: 'UpdatePreferencesResult',
  description: 'The preferences as they are now, or why nothing was changed.',
  types: () => [PreferencesType, InvalidPreferences] as const,
});
