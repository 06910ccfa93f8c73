/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Types from '../graphql/schema-types';

import type { GraphqlDocument } from '../platform/graphql-document';
export type GiveFeedbackMutationVariables = Exact<{
  input: Types.GiveFeedbackInput;
}>;


export type GiveFeedbackMutation = { readonly giveFeedback:
    | { readonly __typename: 'Feedback', readonly rating: number, readonly comment: string, readonly editableUntil: string }
    | { readonly __typename: 'FeedbackClosed', readonly message: string }
    | { readonly __typename: 'InvalidFeedback', readonly message: string }
   };

export const GiveFeedbackDocument = "mutation GiveFeedback($input:GiveFeedbackInput!){giveFeedback(input:$input){__typename ...on Feedback{rating comment editableUntil}...on Problem{message}}}" as GraphqlDocument<GiveFeedbackMutation, GiveFeedbackMutationVariables>;