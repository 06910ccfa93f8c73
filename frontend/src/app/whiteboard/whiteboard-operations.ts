/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Types from '../graphql/schema-types';

import type { GraphqlDocument } from '../platform/graphql-document';
export type WhiteboardQueryVariables = Exact<{
  sessionId: string;
}>;


export type WhiteboardQuery = { readonly session: { readonly id: string, readonly whiteboard: { readonly state: string | null, readonly cursor: string } } };

export type WhiteboardUpdatesSubscriptionVariables = Exact<{
  sessionId: string;
  after?: string | null | undefined;
}>;


export type WhiteboardUpdatesSubscription = { readonly whiteboardUpdates: { readonly update: string, readonly cursor: string } };

export type DrawOnWhiteboardMutationVariables = Exact<{
  input: Types.DrawOnWhiteboardInput;
}>;


export type DrawOnWhiteboardMutation = { readonly drawOnWhiteboard:
    | { readonly __typename: 'InvalidDrawing', readonly message: string }
    | { readonly __typename: 'WhiteboardClosed', readonly message: string }
    | { readonly __typename: 'WhiteboardFull', readonly message: string }
    | { readonly __typename: 'WhiteboardUpdate', readonly id: string | null }
   };

export const WhiteboardDocument = "query Whiteboard($sessionId:ID!){session(id:$sessionId){id whiteboard{state cursor}}}" as GraphqlDocument<WhiteboardQuery, WhiteboardQueryVariables>;
export const WhiteboardUpdatesDocument = "subscription WhiteboardUpdates($sessionId:ID!$after:Cursor){whiteboardUpdates(sessionId:$sessionId after:$after){update cursor}}" as GraphqlDocument<WhiteboardUpdatesSubscription, WhiteboardUpdatesSubscriptionVariables>;
export const DrawOnWhiteboardDocument = "mutation DrawOnWhiteboard($input:DrawOnWhiteboardInput!){drawOnWhiteboard(input:$input){__typename ...on WhiteboardUpdate{id}...on Problem{message}}}" as GraphqlDocument<DrawOnWhiteboardMutation, DrawOnWhiteboardMutationVariables>;