/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Types from '../graphql/schema-types';

import type { GraphqlDocument } from '../platform/graphql-document';
export type WrittenPartsFragment = { readonly id: string, readonly kind: Types.AnnotationKind, readonly isPrivate: boolean, readonly text: string, readonly topicId: string | null, readonly sessionMs: number, readonly editedAt: string | null, readonly withdrawnAt: string | null };

export type StayPartsFragment = { readonly inRoomMs: number, readonly person: { readonly id: string, readonly displayName: string }, readonly stays: ReadonlyArray<{ readonly joinedAt: string, readonly leftAt: string | null, readonly reason: Types.LeaveReason | null }> };

export type SessionSummaryQueryVariables = Exact<{
  id: string;
}>;


export type SessionSummaryQuery = { readonly session: { readonly id: string, readonly topics: ReadonlyArray<{ readonly id: string, readonly title: string, readonly state: Types.TopicState, readonly activeMs: number }>, readonly annotations: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly kind: Types.AnnotationKind, readonly isPrivate: boolean, readonly text: string, readonly topicId: string | null, readonly sessionMs: number, readonly editedAt: string | null, readonly withdrawnAt: string | null, readonly topic: { readonly id: string, readonly title: string } | null } }> }, readonly mentor: { readonly inRoomMs: number, readonly person: { readonly id: string, readonly displayName: string }, readonly stays: ReadonlyArray<{ readonly joinedAt: string, readonly leftAt: string | null, readonly reason: Types.LeaveReason | null }> }, readonly learner: { readonly inRoomMs: number, readonly person: { readonly id: string, readonly displayName: string }, readonly stays: ReadonlyArray<{ readonly joinedAt: string, readonly leftAt: string | null, readonly reason: Types.LeaveReason | null }> }, readonly messages: { readonly edges: ReadonlyArray<{ readonly cursor: string }> }, readonly transcript: { readonly edges: ReadonlyArray<{ readonly cursor: string }> }, readonly whiteboard: { readonly bytes: number }, readonly consents: ReadonlyArray<{ readonly kind: Types.ConsentKind, readonly words: ReadonlyArray<{ readonly type: Types.SessionEventType, readonly at: string, readonly person: { readonly id: string, readonly displayName: string } }> }> } };

export const SessionSummaryDocument = "query SessionSummary($id:ID!){session(id:$id){id topics{id title state activeMs}annotations(first:200){edges{node{...WrittenParts topic{id title}}}}mentor{...StayParts}learner{...StayParts}messages(first:1){edges{cursor}}transcript(first:1){edges{cursor}}whiteboard{bytes}consents{kind words{type at person{id displayName}}}}}fragment WrittenParts on Annotation{id kind isPrivate text topicId sessionMs editedAt withdrawnAt}fragment StayParts on Participant{inRoomMs person{id displayName}stays{joinedAt leftAt reason}}" as GraphqlDocument<SessionSummaryQuery, SessionSummaryQueryVariables>;