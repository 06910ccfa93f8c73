/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Types from '../graphql/schema-types';

import type { GraphqlDocument } from '../platform/graphql-document';
export type ViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewerQuery = { readonly serverTime: string, readonly viewer: { readonly email: string, readonly roles: ReadonlyArray<Types.Role>, readonly timeZone: string | null, readonly person: { readonly id: string, readonly displayName: string, readonly avatarUrl: string | null, readonly initials: string } } | null };

export const ViewerDocument = "query Viewer{serverTime viewer{email roles timeZone person{id displayName avatarUrl initials}}}" as GraphqlDocument<ViewerQuery, ViewerQueryVariables>;