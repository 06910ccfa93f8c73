import type { NamedMigration } from '../platform/database/database.ts';
import { Migration20261121000000_accounts } from './Migration20261121000000_accounts.ts';
import { Migration20261121000100_sessions } from './Migration20261121000100_sessions.ts';
import { Migration20261122000100_preferences } from './Migration20261122000100_preferences.ts';
import { Migration20261122000150_readiness } from './Migration20261122000150_readiness.ts';
import { Migration20261122000200_push } from './Migration20261122000200_push.ts';
import { Migration20261122000300_reminders } from './Migration20261122000300_reminders.ts';
import { Migration20261122000400_scheduling } from './Migration20261122000400_scheduling.ts';
import { Migration20261122000500_operator } from './Migration20261122000500_operator.ts';
import { Migration20261122000600_course_creator } from './Migration20261122000600_course_creator.ts';
import { Migration20261122000700_retention } from './Migration20261122000700_retention.ts';
import { Migration20261123000000_room_events } from './Migration20261123000000_room_events.ts';
import { Migration20261123000100_topics } from './Migration20261123000100_topics.ts';
import { Migration20261123000110_annotations } from './Migration20261123000110_annotations.ts';
import { Migration20261123000200_files } from './Migration20261123000200_files.ts';
import { Migration20261123000300_transcript } from './Migration20261123000300_transcript.ts';
import { Migration20261123000400_whiteboard } from './Migration20261123000400_whiteboard.ts';
import { Migration20261123000500_notes } from './Migration20261123000500_notes.ts';
import { Migration20261123000600_tech_issues } from './Migration20261123000600_tech_issues.ts';
import { Migration20261123000700_consent } from './Migration20261123000700_consent.ts';
import { Migration20261124000000_transcription } from './Migration20261124000000_transcription.ts';
import { Migration20261124000200_recording } from './Migration20261124000200_recording.ts';
import { Migration20261124000300_recording_events } from './Migration20261124000300_recording_events.ts';

/** Every change of the database, the oldest first. */
export const migrations: readonly NamedMigration[] = [
  { name: 'Migration20261121000000_accounts', class: Migration20261121000000_accounts },
  { name: 'Migration20261121000100_sessions', class: Migration20261121000100_sessions },
  { name: 'Migration20261122000100_preferences', class: Migration20261122000100_preferences },
  { name: 'Migration20261122000150_readiness', class: Migration20261122000150_readiness },
  { name: 'Migration20261122000200_push', class: Migration20261122000200_push },
  { name: 'Migration20261122000300_reminders', class: Migration20261122000300_reminders },
  { name: 'Migration20261122000400_scheduling', class: Migration20261122000400_scheduling },
  { name: 'Migration20261122000500_operator', class: Migration20261122000500_operator },
  { name: 'Migration20261122000600_course_creator', class: Migration20261122000600_course_creator },
  { name: 'Migration20261122000700_retention', class: Migration20261122000700_retention },
  { name: 'Migration20261123000000_room_events', class: Migration20261123000000_room_events },
  { name: 'Migration20261123000100_topics', class: Migration20261123000100_topics },
  { name: 'Migration20261123000110_annotations', class: Migration20261123000110_annotations },
  { name: 'Migration20261123000200_files', class: Migration20261123000200_files },
  { name: 'Migration20261123000300_transcript', class: Migration20261123000300_transcript },
  { name: 'Migration20261123000400_whiteboard', class: Migration20261123000400_whiteboard },
  { name: 'Migration20261123000500_notes', class: Migration20261123000500_notes },
  { name: 'Migration20261123000600_tech_issues', class: Migration20261123000600_tech_issues },
  { name: 'Migration20261123000700_consent', class: Migration20261123000700_consent },
  { name: 'Migration20261124000000_transcription', class: Migration20261124000000_transcription },
  { name: 'Migration20261124000200_recording', class: Migration20261124000200_recording },
  {
    name: 'Migration20261124000300_recording_events',
    class: Migration20261124000300_recording_events,
  },
];
