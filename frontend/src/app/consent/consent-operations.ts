/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Types from '../graphql/schema-types';

import type { GraphqlDocument } from '../platform/graphql-document';
export type ChangeConsentMutationVariables = Exact<{
  input: Types.ChangeConsentInput;
}>;


export type ChangeConsentMutation = { readonly changeConsent:
    | { readonly __typename: 'ConsentNotPossible', readonly message: string }
    | { readonly __typename: 'Session' }
    | { readonly __typename: 'SessionAlreadyEnded', readonly message: string }
   };

export const ChangeConsentDocument = "mutation ChangeConsent($input:ChangeConsentInput!){changeConsent(input:$input){__typename ...on Problem{message}}}" as GraphqlDocument<ChangeConsentMutation, ChangeConsentMutationVariables>;