/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Types from '../graphql/schema-types';

import type { GraphqlDocument } from '../platform/graphql-document';
export type DeviceFragment = { readonly id: string, readonly name: string, readonly addedAt: string };

export type PushKeyQueryVariables = Exact<{ [key: string]: never; }>;


export type PushKeyQuery = { readonly pushKey: string };

export type PushDevicesQueryVariables = Exact<{ [key: string]: never; }>;


export type PushDevicesQuery = { readonly pushDevices: ReadonlyArray<{ readonly id: string, readonly name: string, readonly addedAt: string }> };

export type SavePushSubscriptionMutationVariables = Exact<{
  input: Types.SavePushSubscriptionInput;
}>;


export type SavePushSubscriptionMutation = { readonly savePushSubscription:
    | { readonly __typename: 'InvalidPushSubscription', readonly message: string }
    | { readonly __typename: 'PushDevice', readonly id: string, readonly name: string, readonly addedAt: string }
   };

export type RemovePushSubscriptionMutationVariables = Exact<{
  input: Types.RemovePushSubscriptionInput;
}>;


export type RemovePushSubscriptionMutation = { readonly removePushSubscription: boolean };

export type SendTestPushMutationVariables = Exact<{ [key: string]: never; }>;


export type SendTestPushMutation = { readonly sendTestPush: { readonly sent: number, readonly failed: number } };

export const PushKeyDocument = "query PushKey{pushKey}" as GraphqlDocument<PushKeyQuery, PushKeyQueryVariables>;
export const PushDevicesDocument = "query PushDevices{pushDevices{...Device}}fragment Device on PushDevice{id name addedAt}" as GraphqlDocument<PushDevicesQuery, PushDevicesQueryVariables>;
export const SavePushSubscriptionDocument = "mutation SavePushSubscription($input:SavePushSubscriptionInput!){savePushSubscription(input:$input){__typename ...on PushDevice{...Device}...on Problem{message}}}fragment Device on PushDevice{id name addedAt}" as GraphqlDocument<SavePushSubscriptionMutation, SavePushSubscriptionMutationVariables>;
export const RemovePushSubscriptionDocument = "mutation RemovePushSubscription($input:RemovePushSubscriptionInput!){removePushSubscription(input:$input)}" as GraphqlDocument<RemovePushSubscriptionMutation, RemovePushSubscriptionMutationVariables>;
export const SendTestPushDocument = "mutation SendTestPush{sendTestPush{sent failed}}" as GraphqlDocument<SendTestPushMutation, SendTestPushMutationVariables>;