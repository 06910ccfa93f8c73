/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Types from '../graphql/schema-types';

import type { GraphqlDocument } from '../platform/graphql-document';
export type ReportIssueMutationVariables = Exact<{
  input: Types.ReportIssueInput;
}>;


export type ReportIssueMutation = { readonly reportIssue:
    | { readonly __typename: 'InvalidIssue', readonly message: string }
    | { readonly __typename: 'SessionAlreadyEnded', readonly message: string }
    | { readonly __typename: 'TechIssue' }
   };

export type ReportFirstPictureMutationVariables = Exact<{
  input: Types.ReportFirstPictureInput;
}>;


export type ReportFirstPictureMutation = { readonly reportFirstPicture: boolean };

export const ReportIssueDocument = "mutation ReportIssue($input:ReportIssueInput!){reportIssue(input:$input){__typename ...on Problem{message}}}" as GraphqlDocument<ReportIssueMutation, ReportIssueMutationVariables>;
export const ReportFirstPictureDocument = "mutation ReportFirstPicture($input:ReportFirstPictureInput!){reportFirstPicture(input:$input)}" as GraphqlDocument<ReportFirstPictureMutation, ReportFirstPictureMutationVariables>;