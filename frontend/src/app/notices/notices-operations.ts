/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Types from '../graphql/schema-types';

import type { GraphqlDocument } from '../platform/graphql-document';
export type UnreadNoticesQueryVariables = Exact<{ [key: string]: never; }>;


export type UnreadNoticesQuery = { readonly notices: { readonly unreadCount: number } };

export type NoticesQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type NoticesQuery = { readonly notices: { readonly unreadCount: number, readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly kind: Types.NoticeKind, readonly title: string, readonly text: string, readonly sentAt: string, readonly readAt: string | null, readonly path: string } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type MarkNoticesReadMutationVariables = Exact<{
  input: Types.MarkNoticesReadInput;
}>;


export type MarkNoticesReadMutation = { readonly markNoticesRead: { readonly unreadCount: number } };

export type NoticeArrivedSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type NoticeArrivedSubscription = { readonly noticeArrived: { readonly id: string, readonly kind: Types.NoticeKind, readonly title: string, readonly text: string, readonly sentAt: string, readonly readAt: string | null, readonly path: string } };

export type NoticePartsFragment = { readonly id: string, readonly kind: Types.NoticeKind, readonly title: string, readonly text: string, readonly sentAt: string, readonly readAt: string | null, readonly path: string };

export const UnreadNoticesDocument = "query UnreadNotices{notices(first:1){unreadCount}}" as GraphqlDocument<UnreadNoticesQuery, UnreadNoticesQueryVariables>;
export const NoticesDocument = "query Notices($first:Int!$after:Cursor){notices(first:$first after:$after){edges{node{...NoticeParts}}pageInfo{hasNextPage endCursor}unreadCount}}fragment NoticeParts on Notice{id kind title text sentAt readAt path}" as GraphqlDocument<NoticesQuery, NoticesQueryVariables>;
export const MarkNoticesReadDocument = "mutation MarkNoticesRead($input:MarkNoticesReadInput!){markNoticesRead(input:$input){unreadCount}}" as GraphqlDocument<MarkNoticesReadMutation, MarkNoticesReadMutationVariables>;
export const NoticeArrivedDocument = "subscription NoticeArrived{noticeArrived{...NoticeParts}}fragment NoticeParts on Notice{id kind title text sentAt readAt path}" as GraphqlDocument<NoticeArrivedSubscription, NoticeArrivedSubscriptionVariables>;