/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Types from '../graphql/schema-types';

import type { GraphqlDocument } from '../platform/graphql-document';
export type NotesPartsFragment = { readonly text: string, readonly revision: number, readonly savedAt: string | null };

export type LinkPartsFragment = { readonly id: string, readonly title: string, readonly url: string, readonly sharedAt: string, readonly removedAt: string | null, readonly cursor: string };

export type OwnNotesQueryVariables = Exact<{
  sessionId: string;
}>;


export type OwnNotesQuery = { readonly session: { readonly viewerNotes: { readonly text: string, readonly revision: number, readonly savedAt: string | null } | null } };

export type SaveNotesMutationVariables = Exact<{
  input: Types.SaveNotesInput;
}>;


export type SaveNotesMutation = { readonly saveNotes:
    | { readonly __typename: 'InvalidNotes', readonly message: string }
    | { readonly __typename: 'NotesChanged', readonly current: { readonly text: string, readonly revision: number, readonly savedAt: string | null } }
    | { readonly __typename: 'SessionNotes', readonly text: string, readonly revision: number, readonly savedAt: string | null }
   };

export type CourseLinksQueryVariables = Exact<{
  sessionId: string;
}>;


export type CourseLinksQuery = { readonly session: { readonly course: { readonly links: ReadonlyArray<{ readonly title: string, readonly url: string }> } } };

export type ResourceChangesSubscriptionVariables = Exact<{
  sessionId: string;
  after?: string | null | undefined;
}>;


export type ResourceChangesSubscription = { readonly resourceChanges: { readonly id: string, readonly title: string, readonly url: string, readonly sharedAt: string, readonly removedAt: string | null, readonly cursor: string } };

export type ShareLinkMutationVariables = Exact<{
  input: Types.ShareLinkInput;
}>;


export type ShareLinkMutation = { readonly shareLink:
    | { readonly __typename: 'InvalidLink', readonly message: string }
    | { readonly __typename: 'LinksClosed', readonly message: string }
    | { readonly __typename: 'ResourceLink', readonly id: string, readonly title: string, readonly url: string, readonly sharedAt: string, readonly removedAt: string | null, readonly cursor: string }
   };

export type RemoveLinkMutationVariables = Exact<{
  input: Types.RemoveLinkInput;
}>;


export type RemoveLinkMutation = { readonly removeLink:
    | { readonly __typename: 'LinkGone', readonly message: string }
    | { readonly __typename: 'LinksClosed', readonly message: string }
    | { readonly __typename: 'ResourceLink', readonly id: string, readonly title: string, readonly url: string, readonly sharedAt: string, readonly removedAt: string | null, readonly cursor: string }
   };

export const OwnNotesDocument = "query OwnNotes($sessionId:ID!){session(id:$sessionId){viewerNotes{...NotesParts}}}fragment NotesParts on SessionNotes{text revision savedAt}" as GraphqlDocument<OwnNotesQuery, OwnNotesQueryVariables>;
export const SaveNotesDocument = "mutation SaveNotes($input:SaveNotesInput!){saveNotes(input:$input){__typename ...on SessionNotes{...NotesParts}...on NotesChanged{current{...NotesParts}}...on InvalidNotes{message}}}fragment NotesParts on SessionNotes{text revision savedAt}" as GraphqlDocument<SaveNotesMutation, SaveNotesMutationVariables>;
export const CourseLinksDocument = "query CourseLinks($sessionId:ID!){session(id:$sessionId){course{links{title url}}}}" as GraphqlDocument<CourseLinksQuery, CourseLinksQueryVariables>;
export const ResourceChangesDocument = "subscription ResourceChanges($sessionId:ID!$after:Cursor){resourceChanges(sessionId:$sessionId after:$after){...LinkParts}}fragment LinkParts on ResourceLink{id title url sharedAt removedAt cursor}" as GraphqlDocument<ResourceChangesSubscription, ResourceChangesSubscriptionVariables>;
export const ShareLinkDocument = "mutation ShareLink($input:ShareLinkInput!){shareLink(input:$input){__typename ...on ResourceLink{...LinkParts}...on Problem{message}}}fragment LinkParts on ResourceLink{id title url sharedAt removedAt cursor}" as GraphqlDocument<ShareLinkMutation, ShareLinkMutationVariables>;
export const RemoveLinkDocument = "mutation RemoveLink($input:RemoveLinkInput!){removeLink(input:$input){__typename ...on ResourceLink{...LinkParts}...on Problem{message}}}fragment LinkParts on ResourceLink{id title url sharedAt removedAt cursor}" as GraphqlDocument<RemoveLinkMutation, RemoveLinkMutationVariables>;