import type { PersonReader } from '../accounts/person.ts';
import type { Allowances } from '../platform/allowances/allowances.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database, EntityManager } from '../platform/database/database.ts';
import type { Jobs } from '../platform/jobs/jobs.ts';
import type { Logger } from '../platform/logger.ts';
import type { WakeUps } from '../platform/streams/wake-ups.ts';
import type { Attending } from './attending.ts';
import { sessionClock } from './domain/clock.ts';
import type { SessionClock } from './domain/clock.ts';
import { canJoin } from './domain/phase.ts';
import { presenceOf } from './domain/presence.ts';
import type { PersonPresence } from './domain/presence.ts';
import type { SessionRules } from './domain/session-rules.ts';
import { ReadinessMutation } from './graphql/readiness-mutation.ts';
import { CourseEditors } from './course-editors.ts';
import { watchDisconnects } from './disconnects.ts';
import { CourseEditingResolver } from './graphql/course-editing-resolver.ts';
import { CourseResolver } from './graphql/course-resolver.ts';
import { RescheduleMutations } from './graphql/reschedule-mutations.ts';
import { SessionMutations } from './graphql/session-mutations.ts';
import { HandMutation } from './graphql/hand-mutation.ts';
import { IssueMutations } from './graphql/issue-mutations.ts';
import { MySessionsResolver } from './graphql/my-sessions-resolver.ts';
import { SessionResolver } from './graphql/session-resolver.ts';
import { SessionAlarm } from './jobs/session-alarm.ts';
import { SessionAccess } from './session-access.ts';
import type { SessionMeter } from './session-meter.ts';
import { SessionPulse } from './session-pulse.ts';
import type { SessionSnapshot } from './session-snapshot.ts';
import { ConsentReader } from './store/consent-reader.ts';
import { CourseEntity } from './store/course-entity.ts';
import { CourseStore } from './store/course-store.ts';
import { type BusyTimes, countComing, readBusyTimes } from './store/double-booking.ts';
import { EventReader } from './store/event-reader.ts';
import { FactsReader } from './store/facts-reader.ts';
import { ParticipationEntity } from './store/participation-entity.ts';
import { PeopleReader } from './store/people-reader.ts';
import { SessionEntity } from './store/session-entity.ts';
import { SessionEventEntity } from './store/session-event-entity.ts';
import { SessionIndex } from './store/session-index.ts';
import { SessionLog } from './store/session-log.ts';
import { SessionReader } from './store/session-reader.ts';
import { StoryReader } from './store/story-reader.ts';
import { TimelineReader } from './store/timeline-reader.ts';
import { TopicEntity } from './store/topic-entity.ts';
import { AcceptReschedule } from './use-cases/accept-reschedule.ts';
import {
  type CommandAnswer,
  CommandSession,
  type MakeCommand,
} from './use-cases/command-session.ts';
import { ReportIssue } from './use-cases/report-issue.ts';
import { ReportReadiness } from './use-cases/report-readiness.ts';
import { SetHand } from './use-cases/set-hand.ts';
import { ScheduleSession } from './use-cases/schedule-session.ts';

export type {
  ConsentKind,
  ConsentPolicy,
  LeaveReason,
  SideEvent,
  SessionEventType,
  SessionOutcome,
  SessionStatus,
} from './domain/session-event.ts';
export { consentEventTypes, isConsent } from './domain/session-event.ts';
export { checkCourse, checkLink } from './domain/course.ts';
export type { PersonPresence } from './domain/presence.ts';
export type { Observation } from './domain/decide.ts';
export { noteStatement } from './store/side-note.ts';
export { ConsentReader, type ConsentRecord } from './store/consent-reader.ts';
export type { CourseReader } from './store/course-store.ts';
export type { BusyTimes } from './store/double-booking.ts';
export type { ScheduleAnswer } from './use-cases/schedule-session.ts';
export type { SessionIndex, Tally } from './store/session-index.ts';
export type { OpenLog } from './store/open-log.ts';
export type { SessionLog } from './store/session-log.ts';
export { FactsReader, type SessionFacts } from './store/facts-reader.ts';
export type { StoryReader } from './store/story-reader.ts';
export type { TimelineRecord } from './store/timeline-reader.ts';
export type { SessionMeter } from './session-meter.ts';
export type { EventRecord } from './session-events.ts';

export const sessionEntities = [
  SessionEntity,
  SessionEventEntity,
  CourseEntity,
  TopicEntity,
  ParticipationEntity,
];
export const sessionResolvers = [
  SessionResolver,
  SessionMutations,
  ReadinessMutation,
  IssueMutations,
  HandMutation,
  RescheduleMutations,
  CourseResolver,
  CourseEditingResolver,
  MySessionsResolver,
];

export interface SessionsOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly allowances: Allowances;
  readonly wakeUps: WakeUps;
  readonly jobs: Jobs;
  readonly logger: Logger;
  readonly people: PersonReader;
  readonly rules: SessionRules;
  readonly attending: Attending;
  readonly meter: SessionMeter;
}

/** What the other contexts may use of the sessions. */
export interface Sessions extends AsyncDisposable {
  readonly log: SessionLog;
  readonly reader: SessionReader;
  /** All sessions, for whoever runs the place. */
  readonly index: SessionIndex;
  readonly events: EventReader;
  readonly facts: FactsReader;
  readonly consents: ConsentReader;
  readonly courses: CourseStore;
  readonly stories: StoryReader;
  /** How a session went, for whoever runs the place. */
  readonly timeline: TimelineReader;
  readonly access: SessionAccess;
  readonly schedule: ScheduleSession;
  readonly busyTimes: BusyTimes;
  /** How many sessions of these two are still to start, within a transaction. */
  comingWith(
    people: { readonly mentorId: string; readonly learnerId: string },
    now: number,
    em: EntityManager,
  ): Promise<number>;
  readonly resolvers: readonly object[];
  /** Decides about one session under its lock. */
  command(sessionId: string, make: MakeCommand): Promise<CommandAnswer>;
  /** Does what time alone has made due. */
  tick(sessionId: string): Promise<void>;
  /** Whether the two may enter the room. */
  canJoin(snapshot: SessionSnapshot): boolean;
  clockOf(snapshot: SessionSnapshot): SessionClock;
  /** Rings what came due while nothing ran, and whatever comes due from now on. */
  start(): Promise<void>;
}

/** Where a person is, as far as the session is concerned. */
export function presenceIn(session: SessionSnapshot, personId: string): PersonPresence {
  return presenceOf(session.state, personId, session, session.rules);
}

/** The heart of the product: planned meetings, their log, and the rules of their life. */
export function createSessions(options: SessionsOptions): Sessions {
  const { database, clock, wakeUps, rules, people, allowances } = options;
  const log = new SessionLog(options);
  const reader = new SessionReader(options);
  const courses = new CourseStore(database, clock);
  const editors = new CourseEditors(courses);
  const access = accessTo(database);
  const commands = new CommandSession(log, rules);
  const schedule = new ScheduleSession({ log, people, clock, rules });
  const accept = new AcceptReschedule(log, rules);
  const alarm = new SessionAlarm({ ...options, commands });
  const pulse = new SessionPulse(options);
  watchDisconnects(log, options.meter, options.logger);
  log.onChanged((changed) => {
    if (changed.nextDueAt) alarm.set(changed.sessionId, changed.nextDueAt);
  });
  return {
    ...{ log, reader, courses, access, schedule },
    index: new SessionIndex(database),
    events: new EventReader(database),
    facts: new FactsReader(database),
    consents: new ConsentReader(database),
    stories: new StoryReader({ ...options, rules }),
    timeline: new TimelineReader(database),
    busyTimes: (who, during, em = database.fork()) => readBusyTimes(em, who, during),
    comingWith: (two, now, em) => countComing(em, two, now),
    resolvers: [
      new SessionResolver(access, reader),
      new CourseResolver(courses, editors),
      new CourseEditingResolver(editors),
      new SessionMutations({ access, sessions: reader, commands, schedule, allowances }),
      new ReadinessMutation(access, reader, new ReportReadiness(log), allowances),
      issueMutations(options, { log, access }),
      new HandMutation({ access, sessions: reader, setHand: new SetHand(log, rules), allowances }),
      new RescheduleMutations({ access, sessions: reader, commands, accept, clock, allowances }),
      new MySessionsResolver({ reader, wakeUps, clock }),
    ],
    command: (sessionId, make) => commands.run(sessionId, make),
    tick: (sessionId) => alarm.ring(sessionId),
    canJoin: ({ state, now, rules: own }) => canJoin(state, now, own),
    clockOf: (snapshot) => sessionClock(snapshot.state, snapshot.now, snapshot.rules),
    async start() {
      await alarm.start();
      pulse.start();
    },
    [Symbol.asyncDispose]: () => pulse[Symbol.asyncDispose](),
  };
}

function accessTo(database: Database): SessionAccess {
  const people = new PeopleReader(database);
  return new SessionAccess((sessionId) => people.of(sessionId));
}

function issueMutations(
  { meter, clock, logger, allowances }: SessionsOptions,
  { log, access }: Pick<Sessions, 'log' | 'access'>,
): IssueMutations {
  const report = new ReportIssue({ log, meter, clock, logger });
  return new IssueMutations({ access, report, allowances, meter, logger });
}
