/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { GraphqlDocument } from '../platform/graphql-document';
export type WhiteboardNewsSubscriptionVariables = Exact<{
  sessionId: string;
  after?: string | null | undefined;
}>;


export type WhiteboardNewsSubscription = { readonly whiteboardUpdates: { readonly cursor: string, readonly drawnAt: string, readonly author: { readonly id: string } | null } };

export const WhiteboardNewsDocument = "subscription WhiteboardNews($sessionId:ID!$after:Cursor){whiteboardUpdates(sessionId:$sessionId after:$after){cursor drawnAt author{id}}}" as GraphqlDocument<WhiteboardNewsSubscription, WhiteboardNewsSubscriptionVariables>;