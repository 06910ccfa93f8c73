/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Types from '../graphql/schema-types';

import type { GraphqlDocument } from '../platform/graphql-document';
export type CoursesQueryVariables = Exact<{ [key: string]: never; }>;


export type CoursesQuery = { readonly courses: ReadonlyArray<{ readonly id: string, readonly title: string, readonly description: string }> };

export type CoursePageQueryVariables = Exact<{
  id: string;
  first: number;
}>;


export type CoursePageQuery = { readonly course: { readonly id: string, readonly title: string, readonly description: string, readonly viewerCanEdit: boolean, readonly links: ReadonlyArray<{ readonly title: string, readonly url: string }>, readonly mentors: ReadonlyArray<{ readonly id: string, readonly displayName: string, readonly avatarUrl: string | null, readonly initials: string }> }, readonly sessions: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly title: string, readonly viewerRole: Types.Role, readonly outcome: Types.SessionOutcome | null, readonly actualStart: string | null, readonly actualEnd: string | null, readonly cancelReason: string | null, readonly cancelledBy: { readonly id: string, readonly displayName: string, readonly avatarUrl: string | null, readonly initials: string } | null, readonly viewerFeedback: { readonly rating: number, readonly comment: string, readonly editableUntil: string } | null, readonly course: { readonly keepsTranscript: boolean, readonly id: string, readonly title: string }, readonly recording: { readonly status: Types.RecordingStatus } | null, readonly rescheduleProposal: { readonly id: string, readonly note: string, readonly proposedAt: string, readonly by: { readonly id: string, readonly displayName: string, readonly avatarUrl: string | null, readonly initials: string }, readonly times: ReadonlyArray<{ readonly startsAt: string, readonly endsAt: string }> } | null, readonly other: { readonly role: Types.Role, readonly presence: Types.Presence, readonly since: string | null, readonly handRaisedAt: string | null, readonly person: { readonly id: string, readonly displayName: string, readonly avatarUrl: string | null, readonly initials: string }, readonly readiness: { readonly at: string, readonly camera: Types.DeviceResult, readonly microphone: Types.DeviceResult, readonly speaker: Types.DeviceResult, readonly network: Types.DeviceResult, readonly isReady: boolean } | null }, readonly mentor: { readonly presence: Types.Presence, readonly since: string | null }, readonly learner: { readonly presence: Types.Presence, readonly since: string | null }, readonly clock: { readonly phase: Types.SessionPhase, readonly serverTime: string, readonly startsAt: string, readonly joinOpensAt: string, readonly endsAt: string, readonly latestEndAt: string, readonly plannedMs: number, readonly activeMs: number, readonly runningSince: string | null } } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type CourseSessionsQueryVariables = Exact<{
  id: string;
  first: number;
  after?: string | null | undefined;
}>;


export type CourseSessionsQuery = { readonly sessions: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly title: string, readonly viewerRole: Types.Role, readonly outcome: Types.SessionOutcome | null, readonly actualStart: string | null, readonly actualEnd: string | null, readonly cancelReason: string | null, readonly cancelledBy: { readonly id: string, readonly displayName: string, readonly avatarUrl: string | null, readonly initials: string } | null, readonly viewerFeedback: { readonly rating: number, readonly comment: string, readonly editableUntil: string } | null, readonly course: { readonly keepsTranscript: boolean, readonly id: string, readonly title: string }, readonly recording: { readonly status: Types.RecordingStatus } | null, readonly rescheduleProposal: { readonly id: string, readonly note: string, readonly proposedAt: string, readonly by: { readonly id: string, readonly displayName: string, readonly avatarUrl: string | null, readonly initials: string }, readonly times: ReadonlyArray<{ readonly startsAt: string, readonly endsAt: string }> } | null, readonly other: { readonly role: Types.Role, readonly presence: Types.Presence, readonly since: string | null, readonly handRaisedAt: string | null, readonly person: { readonly id: string, readonly displayName: string, readonly avatarUrl: string | null, readonly initials: string }, readonly readiness: { readonly at: string, readonly camera: Types.DeviceResult, readonly microphone: Types.DeviceResult, readonly speaker: Types.DeviceResult, readonly network: Types.DeviceResult, readonly isReady: boolean } | null }, readonly mentor: { readonly presence: Types.Presence, readonly since: string | null }, readonly learner: { readonly presence: Types.Presence, readonly since: string | null }, readonly clock: { readonly phase: Types.SessionPhase, readonly serverTime: string, readonly startsAt: string, readonly joinOpensAt: string, readonly endsAt: string, readonly latestEndAt: string, readonly plannedMs: number, readonly activeMs: number, readonly runningSince: string | null } } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type CourseToEditQueryVariables = Exact<{
  id: string;
}>;


export type CourseToEditQuery = { readonly course: { readonly id: string, readonly title: string, readonly description: string, readonly keepsTranscript: boolean, readonly keepsChat: boolean, readonly transcriptConsent: Types.ConsentPolicy, readonly recordingConsent: Types.ConsentPolicy, readonly viewerCanEdit: boolean, readonly links: ReadonlyArray<{ readonly title: string, readonly url: string }> } };

export type SaveCourseMutationVariables = Exact<{
  input: Types.SaveCourseInput;
}>;


export type SaveCourseMutation = { readonly saveCourse:
    | { readonly __typename: 'Course', readonly id: string }
    | { readonly __typename: 'InvalidCourse', readonly field: string, readonly message: string }
   };

export const CoursesDocument = "query Courses{courses{id title description}}" as GraphqlDocument<CoursesQuery, CoursesQueryVariables>;
export const CoursePageDocument = "query CoursePage($id:ID!$first:Int!){course(id:$id){id title description links{title url}mentors{...PersonParts}viewerCanEdit}sessions(filter:PAST first:$first courseId:$id){...SessionPage}}fragment PersonParts on Person{id displayName avatarUrl initials}fragment SessionPage on SessionConnection{edges{node{...SessionCard}}pageInfo{hasNextPage endCursor}}fragment SessionCard on Session{id title viewerRole outcome actualStart actualEnd cancelReason cancelledBy{...PersonParts}viewerFeedback{rating comment editableUntil}course{keepsTranscript id title}recording{status}rescheduleProposal{...ProposalParts}other{...ParticipantParts}mentor{presence since}learner{presence since}clock{...ClockParts}}fragment ProposalParts on RescheduleProposal{id note proposedAt by{...PersonParts}times{startsAt endsAt}}fragment ParticipantParts on Participant{role presence since handRaisedAt person{...PersonParts}readiness{at camera microphone speaker network isReady}}fragment ClockParts on SessionClock{phase serverTime startsAt joinOpensAt endsAt latestEndAt plannedMs activeMs runningSince}" as GraphqlDocument<CoursePageQuery, CoursePageQueryVariables>;
export const CourseSessionsDocument = "query CourseSessions($id:ID!$first:Int!$after:Cursor){sessions(filter:PAST first:$first after:$after courseId:$id){...SessionPage}}fragment SessionPage on SessionConnection{edges{node{...SessionCard}}pageInfo{hasNextPage endCursor}}fragment SessionCard on Session{id title viewerRole outcome actualStart actualEnd cancelReason cancelledBy{...PersonParts}viewerFeedback{rating comment editableUntil}course{keepsTranscript id title}recording{status}rescheduleProposal{...ProposalParts}other{...ParticipantParts}mentor{presence since}learner{presence since}clock{...ClockParts}}fragment PersonParts on Person{id displayName avatarUrl initials}fragment ProposalParts on RescheduleProposal{id note proposedAt by{...PersonParts}times{startsAt endsAt}}fragment ParticipantParts on Participant{role presence since handRaisedAt person{...PersonParts}readiness{at camera microphone speaker network isReady}}fragment ClockParts on SessionClock{phase serverTime startsAt joinOpensAt endsAt latestEndAt plannedMs activeMs runningSince}" as GraphqlDocument<CourseSessionsQuery, CourseSessionsQueryVariables>;
export const CourseToEditDocument = "query CourseToEdit($id:ID!){course(id:$id){id title description links{title url}keepsTranscript keepsChat transcriptConsent recordingConsent viewerCanEdit}}" as GraphqlDocument<CourseToEditQuery, CourseToEditQueryVariables>;
export const SaveCourseDocument = "mutation SaveCourse($input:SaveCourseInput!){saveCourse(input:$input){__typename ...on Course{id}...on InvalidCourse{field message}}}" as GraphqlDocument<SaveCourseMutation, SaveCourseMutationVariables>;