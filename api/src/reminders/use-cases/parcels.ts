import type { Person, PersonReader } from '../../accounts/person.ts';
import type { SessionStory } from '../../sessions/session-story.ts';
import type { StoryReader } from '../../sessions/sessions.ts';
import type { ReminderChoices } from '../domain/channels.ts';
import { type Spoken, type Words, wordsOf } from '../domain/notice-words.ts';
import type { StoredNotice } from '../store/notice-store.ts';

/** Reads what people have chosen, as it is at the moment of the call. */
export interface ChoiceReader {
  ofMany(personIds: readonly string[]): Promise<ReadonlyMap<string, ReminderChoices>>;
}

/** A notice with all that its delivery needs, as it stands now. */
export interface Parcel {
  readonly notice: StoredNotice;
  readonly story: SessionStory;
  readonly recipient: Person;
  readonly other: Person;
  readonly choices: ReminderChoices;
}

export interface ParcelsOptions {
  readonly stories: StoryReader;
  readonly people: PersonReader;
  readonly choices: ChoiceReader;
}

/** Completes notices with sessions, people and preferences, in a fixed number of queries. */
export async function parcelsOf(
  notices: readonly StoredNotice[],
  { stories, people, choices }: ParcelsOptions,
): Promise<ReadonlyMap<string, Parcel>> {
  const distinct = (ids: readonly string[]) => [...new Set(ids)];
  const [told, chosen] = await Promise.all([
    stories.byIds(distinct(notices.map(({ sessionId }) => sessionId))),
    choices.ofMany(distinct(notices.map(({ personId }) => personId))),
  ]);
  const both = [...told.values()].flatMap(({ mentorId, learnerId }) => [mentorId, learnerId]);
  const persons = await people.byIds(distinct(both));
  const parcels = new Map<string, Parcel>();
  for (const notice of notices) {
    const story = told.get(notice.sessionId);
    const recipient = persons.get(notice.personId);
    const other = story && persons.get(otherOf(story, notice.personId));
    const own = chosen.get(notice.personId);
    if (!story || !recipient || !other || !own) continue;
    parcels.set(notice.id, { notice, story, recipient, other, choices: own });
  }
  return parcels;
}

/** The notice in the words of its reader. */
export function wordsFor(parcel: Parcel, now: number): Words {
  return wordsOf(spokenOf(parcel, now));
}

export function spokenOf({ notice, story, recipient, other }: Parcel, now: number): Spoken {
  const { kind, startsAt, facts } = notice;
  const { by } = facts;
  return {
    kind,
    title: story.title,
    other: other.displayName,
    startsAt,
    facts,
    by: by === recipient.id ? 'You' : by === other.id ? other.displayName : null,
    timeZone: recipient.timeZone,
    now,
  };
}

function otherOf({ mentorId, learnerId }: SessionStory, personId: string): string {
  return personId === mentorId ? learnerId : mentorId;
}
