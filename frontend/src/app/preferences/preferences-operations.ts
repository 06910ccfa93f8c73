/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Types from '../graphql/schema-types';

import type { GraphqlDocument } from '../platform/graphql-document';
export type PreferencesQueryVariables = Exact<{ [key: string]: never; }>;


export type PreferencesQuery = { readonly preferences: { readonly revision: number, readonly chimeFiveMinutes: boolean, readonly chimeOneMinute: boolean, readonly chimeTenSeconds: boolean, readonly volume: number, readonly voice: boolean, readonly autoJoin: boolean, readonly timeZone: string | null, readonly reminders: ReadonlyArray<{ readonly lead: Types.ReminderLead, readonly channels: ReadonlyArray<Types.NoticeChannel> }> } };

export type UpdatePreferencesMutationVariables = Exact<{
  input: Types.UpdatePreferencesInput;
}>;


export type UpdatePreferencesMutation = { readonly updatePreferences:
    | { readonly __typename: 'InvalidPreferences', readonly message: string }
    | { readonly __typename: 'Preferences', readonly revision: number, readonly chimeFiveMinutes: boolean, readonly chimeOneMinute: boolean, readonly chimeTenSeconds: boolean, readonly volume: number, readonly voice: boolean, readonly autoJoin: boolean, readonly timeZone: string | null, readonly reminders: ReadonlyArray<{ readonly lead: Types.ReminderLead, readonly channels: ReadonlyArray<Types.NoticeChannel> }> }
   };

export type PreferencesChangedSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type PreferencesChangedSubscription = { readonly preferencesChanged: { readonly revision: number, readonly chimeFiveMinutes: boolean, readonly chimeOneMinute: boolean, readonly chimeTenSeconds: boolean, readonly volume: number, readonly voice: boolean, readonly autoJoin: boolean, readonly timeZone: string | null, readonly reminders: ReadonlyArray<{ readonly lead: Types.ReminderLead, readonly channels: ReadonlyArray<Types.NoticeChannel> }> } };

export type PreferencesPartsFragment = { readonly revision: number, readonly chimeFiveMinutes: boolean, readonly chimeOneMinute: boolean, readonly chimeTenSeconds: boolean, readonly volume: number, readonly voice: boolean, readonly autoJoin: boolean, readonly timeZone: string | null, readonly reminders: ReadonlyArray<{ readonly lead: Types.ReminderLead, readonly channels: ReadonlyArray<Types.NoticeChannel> }> };

export const PreferencesDocument = "query Preferences{preferences{...PreferencesParts}}fragment PreferencesParts on Preferences{revision chimeFiveMinutes chimeOneMinute chimeTenSeconds volume voice autoJoin reminders{lead channels}timeZone}" as GraphqlDocument<PreferencesQuery, PreferencesQueryVariables>;
export const UpdatePreferencesDocument = "mutation UpdatePreferences($input:UpdatePreferencesInput!){updatePreferences(input:$input){__typename ...on Preferences{...PreferencesParts}...on Problem{message}}}fragment PreferencesParts on Preferences{revision chimeFiveMinutes chimeOneMinute chimeTenSeconds volume voice autoJoin reminders{lead channels}timeZone}" as GraphqlDocument<UpdatePreferencesMutation, UpdatePreferencesMutationVariables>;
export const PreferencesChangedDocument = "subscription PreferencesChanged{preferencesChanged{...PreferencesParts}}fragment PreferencesParts on Preferences{revision chimeFiveMinutes chimeOneMinute chimeTenSeconds volume voice autoJoin reminders{lead channels}timeZone}" as GraphqlDocument<PreferencesChangedSubscription, PreferencesChangedSubscriptionVariables>;