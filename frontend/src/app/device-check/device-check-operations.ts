/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Types from '../graphql/schema-types';

import type { GraphqlDocument } from '../platform/graphql-document';
export type ReportReadinessMutationVariables = Exact<{
  input: Types.ReportReadinessInput;
}>;


export type ReportReadinessMutation = { readonly reportReadiness:
    | { readonly __typename: 'Session', readonly id: string }
    | { readonly __typename: 'SessionAlreadyEnded', readonly message: string }
   };

export const ReportReadinessDocument = "mutation ReportReadiness($input:ReportReadinessInput!){reportReadiness(input:$input){__typename ...on Session{id}...on Problem{message}}}" as GraphqlDocument<ReportReadinessMutation, ReportReadinessMutationVariables>;