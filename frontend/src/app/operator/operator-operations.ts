/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Types from '../graphql/schema-types';

import type { GraphqlDocument } from '../platform/graphql-document';
export type OperatorSessionRowFragment = { readonly id: string, readonly title: string, readonly status: Types.SessionStatus, readonly outcome: Types.SessionOutcome | null, readonly course: { readonly title: string }, readonly mentor: { readonly person: { readonly displayName: string } }, readonly learner: { readonly person: { readonly displayName: string } }, readonly clock: { readonly startsAt: string, readonly endsAt: string } };

export type OperatorOverviewPageQueryVariables = Exact<{
  today: Types.DayInput;
}>;


export type OperatorOverviewPageQuery = { readonly operatorOverview: { readonly at: string, readonly onDay: number, readonly nextDay: number, readonly live: ReadonlyArray<{ readonly status: Types.SessionStatus, readonly count: number }>, readonly outcomes: ReadonlyArray<{ readonly outcome: Types.SessionOutcome, readonly count: number }>, readonly people: ReadonlyArray<{ readonly role: Types.Role, readonly count: number }>, readonly notices: { readonly due: number, readonly late: number, readonly failed: number }, readonly parts: ReadonlyArray<{ readonly name: string, readonly isUp: boolean }> } };

export type AllSessionsQueryVariables = Exact<{
  filter: Types.AllSessionsFilter;
  first: number;
  after?: string | null | undefined;
}>;


export type AllSessionsQuery = { readonly allSessions: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly title: string, readonly status: Types.SessionStatus, readonly outcome: Types.SessionOutcome | null, readonly course: { readonly title: string }, readonly mentor: { readonly person: { readonly displayName: string } }, readonly learner: { readonly person: { readonly displayName: string } }, readonly clock: { readonly startsAt: string, readonly endsAt: string } } }>, readonly pageInfo: { readonly endCursor: string | null, readonly hasNextPage: boolean } } };

export type NoticeDeliveryRowFragment = { readonly noticeId: string, readonly channel: Types.NoticeChannel | null, readonly kind: Types.NoticeKind, readonly sessionId: string, readonly sessionTitle: string, readonly dueAt: string, readonly sentAt: string | null, readonly nextAttemptAt: string | null, readonly isLate: boolean, readonly attempts: number, readonly lastError: string | null, readonly person: { readonly displayName: string } };

export type NoticeDeliveriesQueryVariables = Exact<{
  filter: Types.NoticeDeliveryFilter;
  first: number;
  after?: string | null | undefined;
}>;


export type NoticeDeliveriesQuery = { readonly noticeDeliveries: { readonly edges: ReadonlyArray<{ readonly node: { readonly noticeId: string, readonly channel: Types.NoticeChannel | null, readonly kind: Types.NoticeKind, readonly sessionId: string, readonly sessionTitle: string, readonly dueAt: string, readonly sentAt: string | null, readonly nextAttemptAt: string | null, readonly isLate: boolean, readonly attempts: number, readonly lastError: string | null, readonly person: { readonly displayName: string } } }>, readonly pageInfo: { readonly endCursor: string | null, readonly hasNextPage: boolean } } };

export type RetryNoticeDeliveryMutationVariables = Exact<{
  input: Types.RetryNoticeDeliveryInput;
}>;


export type RetryNoticeDeliveryMutation = { readonly retryNoticeDelivery:
    | { readonly __typename: 'NothingToRetry', readonly message: string }
    | { readonly __typename: 'NoticeDeliveryRetried' }
   };

export type TimelineRowFragment = { readonly cursor: string, readonly type: Types.SessionEventType, readonly at: string, readonly recordedAt: string, readonly connection: string | null, readonly leaveReason: Types.LeaveReason | null, readonly endReason: Types.EndReason | null, readonly outcome: Types.SessionOutcome | null, readonly consent: Types.ConsentKind | null, readonly recordingReason: string | null, readonly issue: { readonly kind: Types.IssueKind, readonly detail: string | null, readonly durationMs: number | null } | null, readonly person: { readonly id: string, readonly displayName: string } | null };

export type SessionTimelineQueryVariables = Exact<{
  sessionId: string;
  first: number;
  after?: string | null | undefined;
}>;


export type SessionTimelineQuery = { readonly session: { readonly id: string, readonly title: string, readonly actualStart: string | null, readonly mentor: { readonly person: { readonly id: string, readonly displayName: string } }, readonly learner: { readonly person: { readonly id: string, readonly displayName: string } } }, readonly sessionTimeline: { readonly nodes: ReadonlyArray<{ readonly cursor: string, readonly type: Types.SessionEventType, readonly at: string, readonly recordedAt: string, readonly connection: string | null, readonly leaveReason: Types.LeaveReason | null, readonly endReason: Types.EndReason | null, readonly outcome: Types.SessionOutcome | null, readonly consent: Types.ConsentKind | null, readonly recordingReason: string | null, readonly issue: { readonly kind: Types.IssueKind, readonly detail: string | null, readonly durationMs: number | null } | null, readonly person: { readonly id: string, readonly displayName: string } | null }>, readonly pageInfo: { readonly endCursor: string | null, readonly hasNextPage: boolean } } };

export const OperatorOverviewPageDocument = "query OperatorOverviewPage($today:DayInput!){operatorOverview(today:$today){at live{status count}onDay nextDay outcomes{outcome count}people{role count}notices{due late failed}parts{name isUp}}}" as GraphqlDocument<OperatorOverviewPageQuery, OperatorOverviewPageQueryVariables>;
export const AllSessionsDocument = "query AllSessions($filter:AllSessionsFilter!$first:Int!$after:Cursor){allSessions(filter:$filter first:$first after:$after){edges{node{...OperatorSessionRow}}pageInfo{endCursor hasNextPage}}}fragment OperatorSessionRow on Session{id title status outcome course{title}mentor{person{displayName}}learner{person{displayName}}clock{startsAt endsAt}}" as GraphqlDocument<AllSessionsQuery, AllSessionsQueryVariables>;
export const NoticeDeliveriesDocument = "query NoticeDeliveries($filter:NoticeDeliveryFilter!$first:Int!$after:Cursor){noticeDeliveries(filter:$filter first:$first after:$after){edges{node{...NoticeDeliveryRow}}pageInfo{endCursor hasNextPage}}}fragment NoticeDeliveryRow on NoticeDelivery{noticeId channel kind sessionId sessionTitle person{displayName}dueAt sentAt nextAttemptAt isLate attempts lastError}" as GraphqlDocument<NoticeDeliveriesQuery, NoticeDeliveriesQueryVariables>;
export const RetryNoticeDeliveryDocument = "mutation RetryNoticeDelivery($input:RetryNoticeDeliveryInput!){retryNoticeDelivery(input:$input){__typename ...on Problem{message}}}" as GraphqlDocument<RetryNoticeDeliveryMutation, RetryNoticeDeliveryMutationVariables>;
export const SessionTimelineDocument = "query SessionTimeline($sessionId:ID!$first:Int!$after:Cursor){session(id:$sessionId){id title actualStart mentor{person{id displayName}}learner{person{id displayName}}}sessionTimeline(sessionId:$sessionId first:$first after:$after){nodes{...TimelineRow}pageInfo{endCursor hasNextPage}}}fragment TimelineRow on TimelineEntry{cursor type at recordedAt connection leaveReason endReason outcome issue{kind detail durationMs}consent recordingReason person{id displayName}}" as GraphqlDocument<SessionTimelineQuery, SessionTimelineQueryVariables>;