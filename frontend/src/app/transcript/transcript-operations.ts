/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Types from '../graphql/schema-types';

import type { GraphqlDocument } from '../platform/graphql-document';
export type TranscriptSegmentPartsFragment = { readonly id: string, readonly revision: number, readonly startedAt: string, readonly endedAt: string, readonly startMs: number, readonly text: string, readonly isFinal: boolean, readonly language: string | null, readonly engine: string, readonly cursor: string, readonly person: { readonly id: string, readonly displayName: string, readonly initials: string, readonly avatarUrl: string | null } };

export type TranscriptQueryVariables = Exact<{
  sessionId: string;
  first: number;
  after?: string | null | undefined;
}>;


export type TranscriptQuery = { readonly session: { readonly transcript: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly revision: number, readonly startedAt: string, readonly endedAt: string, readonly startMs: number, readonly text: string, readonly isFinal: boolean, readonly language: string | null, readonly engine: string, readonly cursor: string, readonly person: { readonly id: string, readonly displayName: string, readonly initials: string, readonly avatarUrl: string | null } } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } } };

export type TranscriptSegmentsSubscriptionVariables = Exact<{
  sessionId: string;
  after?: string | null | undefined;
}>;


export type TranscriptSegmentsSubscription = { readonly transcriptSegments: { readonly id: string, readonly revision: number, readonly startedAt: string, readonly endedAt: string, readonly startMs: number, readonly text: string, readonly isFinal: boolean, readonly language: string | null, readonly engine: string, readonly cursor: string, readonly person: { readonly id: string, readonly displayName: string, readonly initials: string, readonly avatarUrl: string | null } } };

export type TranscriptStatusChangesSubscriptionVariables = Exact<{
  sessionId: string;
}>;


export type TranscriptStatusChangesSubscription = { readonly transcriptStatusChanges: { readonly state: Types.TranscriptState, readonly engine: string | null } };

export const TranscriptDocument = "query Transcript($sessionId:ID!$first:Int!$after:Cursor){session(id:$sessionId){transcript(first:$first after:$after){edges{node{...TranscriptSegmentParts}}pageInfo{hasNextPage endCursor}}}}fragment TranscriptSegmentParts on TranscriptSegment{id revision startedAt endedAt startMs text isFinal language engine cursor person{id displayName initials avatarUrl}}" as GraphqlDocument<TranscriptQuery, TranscriptQueryVariables>;
export const TranscriptSegmentsDocument = "subscription TranscriptSegments($sessionId:ID!$after:Cursor){transcriptSegments(sessionId:$sessionId after:$after){...TranscriptSegmentParts}}fragment TranscriptSegmentParts on TranscriptSegment{id revision startedAt endedAt startMs text isFinal language engine cursor person{id displayName initials avatarUrl}}" as GraphqlDocument<TranscriptSegmentsSubscription, TranscriptSegmentsSubscriptionVariables>;
export const TranscriptStatusChangesDocument = "subscription TranscriptStatusChanges($sessionId:ID!){transcriptStatusChanges(sessionId:$sessionId){state engine}}" as GraphqlDocument<TranscriptStatusChangesSubscription, TranscriptStatusChangesSubscriptionVariables>;