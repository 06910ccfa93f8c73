/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Types from '../graphql/schema-types';

import type { GraphqlDocument } from '../platform/graphql-document';
export type AvailabilityPartsFragment = { readonly timeZone: string, readonly sessionMinutes: number, readonly noticeMinutes: number, readonly horizonDays: number, readonly courses: ReadonlyArray<{ readonly id: string, readonly title: string }>, readonly weekly: ReadonlyArray<{ readonly weekday: Types.Weekday, readonly hours: ReadonlyArray<{ readonly from: string, readonly to: string }> }>, readonly exceptions: ReadonlyArray<{ readonly date: string, readonly hours: ReadonlyArray<{ readonly from: string, readonly to: string }> }> };

export type OwnAvailabilityQueryVariables = Exact<{ [key: string]: never; }>;


export type OwnAvailabilityQuery = { readonly availability: { readonly timeZone: string, readonly sessionMinutes: number, readonly noticeMinutes: number, readonly horizonDays: number, readonly courses: ReadonlyArray<{ readonly id: string, readonly title: string }>, readonly weekly: ReadonlyArray<{ readonly weekday: Types.Weekday, readonly hours: ReadonlyArray<{ readonly from: string, readonly to: string }> }>, readonly exceptions: ReadonlyArray<{ readonly date: string, readonly hours: ReadonlyArray<{ readonly from: string, readonly to: string }> }> } | null, readonly courses: ReadonlyArray<{ readonly id: string, readonly title: string }> };

export type SetAvailabilityMutationVariables = Exact<{
  input: Types.SetAvailabilityInput;
}>;


export type SetAvailabilityMutation = { readonly setAvailability:
    | { readonly __typename: 'Availability', readonly timeZone: string, readonly sessionMinutes: number, readonly noticeMinutes: number, readonly horizonDays: number, readonly courses: ReadonlyArray<{ readonly id: string, readonly title: string }>, readonly weekly: ReadonlyArray<{ readonly weekday: Types.Weekday, readonly hours: ReadonlyArray<{ readonly from: string, readonly to: string }> }>, readonly exceptions: ReadonlyArray<{ readonly date: string, readonly hours: ReadonlyArray<{ readonly from: string, readonly to: string }> }> }
    | { readonly __typename: 'InvalidAvailability', readonly field: string, readonly message: string }
   };

export type MentorAvailabilityQueryVariables = Exact<{
  mentorId: string;
}>;


export type MentorAvailabilityQuery = { readonly availability: { readonly timeZone: string, readonly sessionMinutes: number, readonly horizonDays: number, readonly mentor: { readonly id: string, readonly displayName: string, readonly avatarUrl: string | null, readonly initials: string }, readonly courses: ReadonlyArray<{ readonly id: string, readonly title: string }> } | null };

export type FreeSlotsQueryVariables = Exact<{
  mentorId: string;
  from: string;
  to: string;
}>;


export type FreeSlotsQuery = { readonly freeSlots: ReadonlyArray<{ readonly startsAt: string, readonly endsAt: string }> };

export type BookSessionMutationVariables = Exact<{
  input: Types.BookSessionInput;
}>;


export type BookSessionMutation = { readonly bookSession:
    | { readonly __typename: 'InvalidSchedule', readonly field: string, readonly message: string }
    | { readonly __typename: 'PersonBusy', readonly message: string }
    | { readonly __typename: 'Session', readonly id: string }
    | { readonly __typename: 'SlotTaken', readonly message: string }
   };

export type SchedulingChoicesQueryVariables = Exact<{ [key: string]: never; }>;


export type SchedulingChoicesQuery = { readonly courses: ReadonlyArray<{ readonly id: string, readonly title: string }>, readonly people: ReadonlyArray<{ readonly id: string, readonly displayName: string, readonly avatarUrl: string | null, readonly initials: string }> };

export type LearnersOfNameQueryVariables = Exact<{
  search: string;
}>;


export type LearnersOfNameQuery = { readonly people: ReadonlyArray<{ readonly id: string, readonly displayName: string, readonly avatarUrl: string | null, readonly initials: string }> };

export type ScheduleSessionMutationVariables = Exact<{
  input: Types.ScheduleSessionInput;
}>;


export type ScheduleSessionMutation = { readonly scheduleSession:
    | { readonly __typename: 'InvalidSchedule', readonly field: string, readonly message: string }
    | { readonly __typename: 'PersonBusy', readonly personId: string, readonly message: string }
    | { readonly __typename: 'Session', readonly id: string }
   };

export type CancelSessionMutationVariables = Exact<{
  input: Types.CancelSessionInput;
}>;


export type CancelSessionMutation = { readonly cancelSession:
    | { readonly __typename: 'Session' }
    | { readonly __typename: 'SessionAlreadyEnded', readonly message: string }
    | { readonly __typename: 'SessionAlreadyStarted', readonly message: string }
   };

export type ProposeRescheduleMutationVariables = Exact<{
  input: Types.ProposeRescheduleInput;
}>;


export type ProposeRescheduleMutation = { readonly proposeReschedule:
    | { readonly __typename: 'InvalidSchedule', readonly message: string }
    | { readonly __typename: 'Session' }
    | { readonly __typename: 'SessionAlreadyEnded', readonly message: string }
    | { readonly __typename: 'SessionAlreadyStarted', readonly message: string }
   };

export type AcceptRescheduleMutationVariables = Exact<{
  input: Types.AcceptRescheduleInput;
}>;


export type AcceptRescheduleMutation = { readonly acceptReschedule:
    | { readonly __typename: 'InvalidSchedule', readonly message: string }
    | { readonly __typename: 'PersonBusy', readonly message: string }
    | { readonly __typename: 'ProposalGone', readonly message: string }
    | { readonly __typename: 'Session' }
    | { readonly __typename: 'SessionAlreadyEnded', readonly message: string }
    | { readonly __typename: 'SessionAlreadyStarted', readonly message: string }
   };

export type DeclineRescheduleMutationVariables = Exact<{
  input: Types.DeclineRescheduleInput;
}>;


export type DeclineRescheduleMutation = { readonly declineReschedule:
    | { readonly __typename: 'ProposalGone', readonly message: string }
    | { readonly __typename: 'Session' }
    | { readonly __typename: 'SessionAlreadyEnded', readonly message: string }
    | { readonly __typename: 'SessionAlreadyStarted', readonly message: string }
   };

export type WithdrawRescheduleMutationVariables = Exact<{
  input: Types.WithdrawRescheduleInput;
}>;


export type WithdrawRescheduleMutation = { readonly withdrawReschedule:
    | { readonly __typename: 'ProposalGone', readonly message: string }
    | { readonly __typename: 'Session' }
    | { readonly __typename: 'SessionAlreadyEnded', readonly message: string }
    | { readonly __typename: 'SessionAlreadyStarted', readonly message: string }
   };

export const OwnAvailabilityDocument = "query OwnAvailability{availability{...AvailabilityParts}courses{id title}}fragment AvailabilityParts on Availability{timeZone sessionMinutes noticeMinutes horizonDays courses{id title}weekly{weekday hours{from to}}exceptions{date hours{from to}}}" as GraphqlDocument<OwnAvailabilityQuery, OwnAvailabilityQueryVariables>;
export const SetAvailabilityDocument = "mutation SetAvailability($input:SetAvailabilityInput!){setAvailability(input:$input){__typename ...on Availability{...AvailabilityParts}...on InvalidAvailability{field message}}}fragment AvailabilityParts on Availability{timeZone sessionMinutes noticeMinutes horizonDays courses{id title}weekly{weekday hours{from to}}exceptions{date hours{from to}}}" as GraphqlDocument<SetAvailabilityMutation, SetAvailabilityMutationVariables>;
export const MentorAvailabilityDocument = "query MentorAvailability($mentorId:ID!){availability(mentorId:$mentorId){timeZone sessionMinutes horizonDays mentor{...PersonParts}courses{id title}}}fragment PersonParts on Person{id displayName avatarUrl initials}" as GraphqlDocument<MentorAvailabilityQuery, MentorAvailabilityQueryVariables>;
export const FreeSlotsDocument = "query FreeSlots($mentorId:ID!$from:DateTime!$to:DateTime!){freeSlots(mentorId:$mentorId from:$from to:$to){startsAt endsAt}}" as GraphqlDocument<FreeSlotsQuery, FreeSlotsQueryVariables>;
export const BookSessionDocument = "mutation BookSession($input:BookSessionInput!){bookSession(input:$input){__typename ...on Session{id}...on InvalidSchedule{field}...on Problem{message}}}" as GraphqlDocument<BookSessionMutation, BookSessionMutationVariables>;
export const SchedulingChoicesDocument = "query SchedulingChoices{courses{id title}people(role:LEARNER){...PersonParts}}fragment PersonParts on Person{id displayName avatarUrl initials}" as GraphqlDocument<SchedulingChoicesQuery, SchedulingChoicesQueryVariables>;
export const LearnersOfNameDocument = "query LearnersOfName($search:String!){people(role:LEARNER search:$search first:20){...PersonParts}}fragment PersonParts on Person{id displayName avatarUrl initials}" as GraphqlDocument<LearnersOfNameQuery, LearnersOfNameQueryVariables>;
export const ScheduleSessionDocument = "mutation ScheduleSession($input:ScheduleSessionInput!){scheduleSession(input:$input){__typename ...on Session{id}...on InvalidSchedule{field}...on PersonBusy{personId}...on Problem{message}}}" as GraphqlDocument<ScheduleSessionMutation, ScheduleSessionMutationVariables>;
export const CancelSessionDocument = "mutation CancelSession($input:CancelSessionInput!){cancelSession(input:$input){__typename ...on Problem{message}}}" as GraphqlDocument<CancelSessionMutation, CancelSessionMutationVariables>;
export const ProposeRescheduleDocument = "mutation ProposeReschedule($input:ProposeRescheduleInput!){proposeReschedule(input:$input){__typename ...on Problem{message}}}" as GraphqlDocument<ProposeRescheduleMutation, ProposeRescheduleMutationVariables>;
export const AcceptRescheduleDocument = "mutation AcceptReschedule($input:AcceptRescheduleInput!){acceptReschedule(input:$input){__typename ...on Problem{message}}}" as GraphqlDocument<AcceptRescheduleMutation, AcceptRescheduleMutationVariables>;
export const DeclineRescheduleDocument = "mutation DeclineReschedule($input:DeclineRescheduleInput!){declineReschedule(input:$input){__typename ...on Problem{message}}}" as GraphqlDocument<DeclineRescheduleMutation, DeclineRescheduleMutationVariables>;
export const WithdrawRescheduleDocument = "mutation WithdrawReschedule($input:WithdrawRescheduleInput!){withdrawReschedule(input:$input){__typename ...on Problem{message}}}" as GraphqlDocument<WithdrawRescheduleMutation, WithdrawRescheduleMutationVariables>;