import { type Leads, type NewsKind, type Notice, reminderKinds, type Times } from './notice.ts';

/** Something that happened to the plan, as the session's log has it. */
export interface StoryEvent {
  readonly seq: number;
  readonly type: string;
  readonly personId: string | null;
  readonly at: number;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** Somebody dropped out of the room and is not back. */
interface Drop {
  readonly personId: string;
  readonly at: number;
  /** Until when they are waited for. */
  readonly until: number;
  /** Which of their stays ended so. */
  readonly stay: number;
}

/** What there is to know of a session for telling people of it. */
export interface Story {
  readonly mentorId: string;
  readonly learnerId: string;
  readonly startsAt: number;
  readonly endsAt: number;
  readonly lastEndsAt: number;
  readonly hasMet: boolean;
  readonly isOver: boolean;
  readonly plan: readonly StoryEvent[];
  readonly drops: readonly Drop[];
}

export interface NoticeRules {
  readonly leads: Leads;
  /** What happened up to then is no news any more. */
  readonly toldFrom: number;
}

const dayMs = 24 * 3600 * 1000;
/** A recording is news for so long. */
const recordingNewsMs = 7 * dayMs;
/** Most who drop out come back by themselves before that. */
const backByThemselvesMs = 15_000;

/**
 * Everything that people are to be told of a session, sent or not, as its log stands. The plan of
 * notices is this list; whether one may still go out is whether it is in it.
 */
export function wantedNotices(story: Story, rules: NoticeRules, now: number): readonly Notice[] {
  const wanted = [
    ...reminders(story, rules.leads),
    ...news(story, rules.toldFrom),
    ...returns(story),
    ...recordings(story, rules.toldFrom),
  ];
  return wanted.filter(({ expiresAt }) => expiresAt > now);
}

/** Rises with every move, and once more with a cancellation: the sequence of the calendar file. */
export function calendarSequence({ plan }: Pick<Story, 'plan'>): number {
  return plan.filter(({ type }) => type === 'SESSION_RESCHEDULED' || type === 'SESSION_CANCELLED')
    .length;
}

/** A start that was planned no earlier than a reminder of it was due has no such reminder. */
function reminders(story: Story, leads: Leads): readonly Notice[] {
  const planned = lastOf(story, ['SESSION_SCHEDULED', 'SESSION_RESCHEDULED']);
  if (story.isOver || story.hasMet || !planned) return [];
  const { startsAt, endsAt, lastEndsAt: expiresAt } = story;
  const facts = { endsAt, by: null, said: '', times: [] };
  return reminderKinds
    .map((kind) => ({ kind, dueAt: startsAt - leads[kind] }))
    .filter(({ dueAt }) => dueAt > planned.at)
    .flatMap(({ kind, dueAt }) =>
      bothOf(story).map((personId) => {
        return { personId, kind, startsAt, seq: 0, dueAt, expiresAt, facts };
      }),
    );
}

/** Who dropped out is asked back for as long as they are waited for (FAIL-6). */
function returns({ startsAt, endsAt, isOver, drops }: Story): readonly Notice[] {
  if (isOver) return [];
  const facts = { endsAt, by: null, said: '', times: [] };
  return drops.map(({ personId, at, until: expiresAt, stay: seq }) => {
    const dueAt = at + backByThemselvesMs;
    return { personId, kind: 'REJOIN', startsAt, seq, dueAt, expiresAt, facts };
  });
}

/** Both are told once that their recording can be watched (ROOM-12). */
function recordings(story: Story, toldFrom: number): readonly Notice[] {
  const ready = story.plan.find(({ type }) => type === 'RECORDING_READY');
  if (!ready || ready.at <= toldFrom) return [];
  const { startsAt, endsAt } = story;
  const facts = { endsAt, by: null, said: '', times: [] };
  const { seq, at: dueAt } = ready;
  return bothOf(story).map((personId) => {
    const expiresAt = dueAt + recordingNewsMs;
    return { personId, kind: 'RECORDING_READY', startsAt, seq, dueAt, expiresAt, facts };
  });
}

/** Of what happened, only what still holds: the last plan, the cancellation, the open wish. */
function news(story: Story, toldFrom: number): readonly Notice[] {
  const cancelled = lastOf(story, ['SESSION_CANCELLED']);
  const events = cancelled ? [cancelled] : story.isOver ? [] : standing(story);
  return events
    .filter(({ at }) => at > toldFrom)
    .flatMap((event) => listenersOf(story, event).map((personId) => tell(story, event, personId)));
}

function standing(story: Story): readonly StoryEvent[] {
  const planned = lastOf(story, ['SESSION_SCHEDULED', 'SESSION_RESCHEDULED']);
  const wish = lastOf(story, [
    'RESCHEDULE_PROPOSED',
    'RESCHEDULE_DECLINED',
    'RESCHEDULE_WITHDRAWN',
    'SESSION_RESCHEDULED',
  ]);
  const isTold = wish?.type === 'RESCHEDULE_PROPOSED' || wish?.type === 'RESCHEDULE_DECLINED';
  return [...(planned ? [planned] : []), ...(isTold ? [wish] : [])];
}

/** A plan concerns both, a wish whoever has not uttered it. */
function listenersOf(story: Story, { type, personId }: StoryEvent): readonly string[] {
  const isWish = type === 'RESCHEDULE_PROPOSED' || type === 'RESCHEDULE_DECLINED';
  return bothOf(story).filter((one) => !isWish || one !== personId);
}

function tell(story: Story, event: StoryEvent, personId: string): Notice {
  const { startsAt, endsAt } = story;
  const isCancelled = event.type === 'SESSION_CANCELLED';
  return {
    personId,
    // `news` asks for these types alone.
    kind: event.type as NewsKind,
    startsAt,
    seq: event.seq,
    dueAt: event.at,
    expiresAt: isCancelled ? Math.max(endsAt, event.at + dayMs) : story.lastEndsAt,
    facts: { endsAt, by: event.personId, said: saidIn(event), times: timesOf(story, event) },
  };
}

function saidIn({ payload }: StoryEvent): string {
  const said = payload['reason'] ?? payload['note'];
  return typeof said === 'string' ? said : '';
}

function timesOf({ plan }: Story, event: StoryEvent): readonly Times[] {
  if (event.type === 'RESCHEDULE_PROPOSED') return timesIn(event.payload['times']);
  if (event.type !== 'SESSION_RESCHEDULED') return [];
  const before = plan.filter(
    ({ seq, type }) =>
      seq < event.seq && (type === 'SESSION_SCHEDULED' || type === 'SESSION_RESCHEDULED'),
  );
  return timesIn([before.at(-1)?.payload]);
}

function timesIn(value: unknown): readonly Times[] {
  return Array.isArray(value) ? value.filter(isTimes) : [];
}

function isTimes(value: unknown): value is Times {
  if (typeof value !== 'object' || value === null) return false;
  const { startsAt, endsAt } = value as Partial<Record<keyof Times, unknown>>;
  return typeof startsAt === 'number' && typeof endsAt === 'number';
}

function lastOf({ plan }: Story, types: readonly string[]): StoryEvent | undefined {
  return plan.findLast(({ type }) => types.includes(type));
}

function bothOf({ mentorId, learnerId }: Story): readonly [string, string] {
  return [mentorId, learnerId];
}
