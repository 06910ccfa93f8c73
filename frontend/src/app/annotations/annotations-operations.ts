/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Types from '../graphql/schema-types';

import type { GraphqlDocument } from '../platform/graphql-document';
export type AnnotationPartsFragment = { readonly id: string, readonly topicId: string | null, readonly kind: Types.AnnotationKind, readonly isPrivate: boolean, readonly text: string, readonly writtenAt: string, readonly sessionMs: number, readonly revision: number, readonly editedAt: string | null, readonly withdrawnAt: string | null, readonly cursor: string };

export type AnnotationsQueryVariables = Exact<{
  sessionId: string;
  after?: string | null | undefined;
}>;


export type AnnotationsQuery = { readonly session: { readonly annotations: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly topicId: string | null, readonly kind: Types.AnnotationKind, readonly isPrivate: boolean, readonly text: string, readonly writtenAt: string, readonly sessionMs: number, readonly revision: number, readonly editedAt: string | null, readonly withdrawnAt: string | null, readonly cursor: string } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } } };

export type AnnotationChangesSubscriptionVariables = Exact<{
  sessionId: string;
  after?: string | null | undefined;
}>;


export type AnnotationChangesSubscription = { readonly annotationChanges: { readonly id: string, readonly topicId: string | null, readonly kind: Types.AnnotationKind, readonly isPrivate: boolean, readonly text: string, readonly writtenAt: string, readonly sessionMs: number, readonly revision: number, readonly editedAt: string | null, readonly withdrawnAt: string | null, readonly cursor: string } };

export type AnnotateMutationVariables = Exact<{
  input: Types.AnnotateInput;
}>;


export type AnnotateMutation = { readonly annotate:
    | { readonly __typename: 'Annotation', readonly id: string, readonly topicId: string | null, readonly kind: Types.AnnotationKind, readonly isPrivate: boolean, readonly text: string, readonly writtenAt: string, readonly sessionMs: number, readonly revision: number, readonly editedAt: string | null, readonly withdrawnAt: string | null, readonly cursor: string }
    | { readonly __typename: 'AnnotationsClosed', readonly message: string }
    | { readonly __typename: 'InvalidAnnotation', readonly message: string }
    | { readonly __typename: 'TopicGone', readonly message: string }
   };

export type EditAnnotationMutationVariables = Exact<{
  input: Types.EditAnnotationInput;
}>;


export type EditAnnotationMutation = { readonly editAnnotation:
    | { readonly __typename: 'Annotation', readonly id: string, readonly topicId: string | null, readonly kind: Types.AnnotationKind, readonly isPrivate: boolean, readonly text: string, readonly writtenAt: string, readonly sessionMs: number, readonly revision: number, readonly editedAt: string | null, readonly withdrawnAt: string | null, readonly cursor: string }
    | { readonly __typename: 'AnnotationChanged', readonly message: string, readonly current: { readonly id: string, readonly topicId: string | null, readonly kind: Types.AnnotationKind, readonly isPrivate: boolean, readonly text: string, readonly writtenAt: string, readonly sessionMs: number, readonly revision: number, readonly editedAt: string | null, readonly withdrawnAt: string | null, readonly cursor: string } }
    | { readonly __typename: 'AnnotationGone', readonly message: string }
    | { readonly __typename: 'AnnotationsClosed', readonly message: string }
    | { readonly __typename: 'InvalidAnnotation', readonly message: string }
   };

export type WithdrawAnnotationMutationVariables = Exact<{
  input: Types.WithdrawAnnotationInput;
}>;


export type WithdrawAnnotationMutation = { readonly withdrawAnnotation:
    | { readonly __typename: 'Annotation', readonly id: string, readonly topicId: string | null, readonly kind: Types.AnnotationKind, readonly isPrivate: boolean, readonly text: string, readonly writtenAt: string, readonly sessionMs: number, readonly revision: number, readonly editedAt: string | null, readonly withdrawnAt: string | null, readonly cursor: string }
    | { readonly __typename: 'AnnotationGone', readonly message: string }
    | { readonly __typename: 'AnnotationsClosed', readonly message: string }
   };

export const AnnotationsDocument = "query Annotations($sessionId:ID!$after:Cursor){session(id:$sessionId){annotations(after:$after){edges{node{...AnnotationParts}}pageInfo{hasNextPage endCursor}}}}fragment AnnotationParts on Annotation{id topicId kind isPrivate text writtenAt sessionMs revision editedAt withdrawnAt cursor}" as GraphqlDocument<AnnotationsQuery, AnnotationsQueryVariables>;
export const AnnotationChangesDocument = "subscription AnnotationChanges($sessionId:ID!$after:Cursor){annotationChanges(sessionId:$sessionId after:$after){...AnnotationParts}}fragment AnnotationParts on Annotation{id topicId kind isPrivate text writtenAt sessionMs revision editedAt withdrawnAt cursor}" as GraphqlDocument<AnnotationChangesSubscription, AnnotationChangesSubscriptionVariables>;
export const AnnotateDocument = "mutation Annotate($input:AnnotateInput!){annotate(input:$input){__typename ...on Annotation{...AnnotationParts}...on Problem{message}}}fragment AnnotationParts on Annotation{id topicId kind isPrivate text writtenAt sessionMs revision editedAt withdrawnAt cursor}" as GraphqlDocument<AnnotateMutation, AnnotateMutationVariables>;
export const EditAnnotationDocument = "mutation EditAnnotation($input:EditAnnotationInput!){editAnnotation(input:$input){__typename ...on Annotation{...AnnotationParts}...on AnnotationChanged{message current{...AnnotationParts}}...on Problem{message}}}fragment AnnotationParts on Annotation{id topicId kind isPrivate text writtenAt sessionMs revision editedAt withdrawnAt cursor}" as GraphqlDocument<EditAnnotationMutation, EditAnnotationMutationVariables>;
export const WithdrawAnnotationDocument = "mutation WithdrawAnnotation($input:WithdrawAnnotationInput!){withdrawAnnotation(input:$input){__typename ...on Annotation{...AnnotationParts}...on Problem{message}}}fragment AnnotationParts on Annotation{id topicId kind isPrivate text writtenAt sessionMs revision editedAt withdrawnAt cursor}" as GraphqlDocument<WithdrawAnnotationMutation, WithdrawAnnotationMutationVariables>;