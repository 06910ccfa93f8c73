/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Types from '../graphql/schema-types';

import type { GraphqlDocument } from '../platform/graphql-document';
export type RecordingPartPartsFragment = { readonly id: string, readonly status: Types.RecordingPartStatus, readonly startedAt: string | null, readonly endedAt: string | null, readonly mediaType: string, readonly bytes: number | null, readonly url: string | null, readonly reason: string | null };

export type RecordingPartsFragment = { readonly id: string, readonly status: Types.RecordingStatus, readonly reason: string | null, readonly via: Types.RecordingWay, readonly seconds: number, readonly parts: ReadonlyArray<{ readonly id: string, readonly status: Types.RecordingPartStatus, readonly startedAt: string | null, readonly endedAt: string | null, readonly mediaType: string, readonly bytes: number | null, readonly url: string | null, readonly reason: string | null }> };

export type RecordingChangesSubscriptionVariables = Exact<{
  sessionId: string;
}>;


export type RecordingChangesSubscription = { readonly recordingChanges: { readonly id: string, readonly status: Types.RecordingStatus, readonly reason: string | null, readonly via: Types.RecordingWay, readonly seconds: number, readonly parts: ReadonlyArray<{ readonly id: string, readonly status: Types.RecordingPartStatus, readonly startedAt: string | null, readonly endedAt: string | null, readonly mediaType: string, readonly bytes: number | null, readonly url: string | null, readonly reason: string | null }> } | null };

export type RecordedSpansQueryVariables = Exact<{
  sessionId: string;
}>;


export type RecordedSpansQuery = { readonly session: { readonly consents: ReadonlyArray<{ readonly kind: Types.ConsentKind, readonly spans: ReadonlyArray<{ readonly from: string, readonly to: string | null }> }> } };

export type BeginRecordingPartMutationVariables = Exact<{
  input: Types.BeginRecordingPartInput;
}>;


export type BeginRecordingPartMutation = { readonly beginRecordingPart:
    | { readonly __typename: 'RecordingNotPossible', readonly message: string }
    | { readonly __typename: 'RecordingPart' }
   };

export type FinishRecordingPartMutationVariables = Exact<{
  input: Types.FinishRecordingPartInput;
}>;


export type FinishRecordingPartMutation = { readonly finishRecordingPart:
    | { readonly __typename: 'RecordingPart' }
    | { readonly __typename: 'RecordingPiecesMissing', readonly message: string }
   };

export const RecordingChangesDocument = "subscription RecordingChanges($sessionId:ID!){recordingChanges(sessionId:$sessionId){...RecordingParts}}fragment RecordingParts on Recording{id status reason via seconds parts{...RecordingPartParts}}fragment RecordingPartParts on RecordingPart{id status startedAt endedAt mediaType bytes url reason}" as GraphqlDocument<RecordingChangesSubscription, RecordingChangesSubscriptionVariables>;
export const RecordedSpansDocument = "query RecordedSpans($sessionId:ID!){session(id:$sessionId){consents{kind spans{from to}}}}" as GraphqlDocument<RecordedSpansQuery, RecordedSpansQueryVariables>;
export const BeginRecordingPartDocument = "mutation BeginRecordingPart($input:BeginRecordingPartInput!){beginRecordingPart(input:$input){__typename ...on Problem{message}}}" as GraphqlDocument<BeginRecordingPartMutation, BeginRecordingPartMutationVariables>;
export const FinishRecordingPartDocument = "mutation FinishRecordingPart($input:FinishRecordingPartInput!){finishRecordingPart(input:$input){__typename ...on Problem{message}}}" as GraphqlDocument<FinishRecordingPartMutation, FinishRecordingPartMutationVariables>;