/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Types from '../graphql/schema-types';

import type { GraphqlDocument } from '../platform/graphql-document';
export type ChangedTopicsFragment = { readonly clock: { readonly serverTime: string }, readonly topics: ReadonlyArray<{ readonly id: string, readonly position: number, readonly title: string, readonly doneAt: string | null, readonly state: Types.TopicState, readonly activeMs: number, readonly startedAt: string | null }> };

export type AddTopicMutationVariables = Exact<{
  input: Types.AddTopicInput;
}>;


export type AddTopicMutation = { readonly changed:
    | { readonly __typename: 'InvalidTopic', readonly message: string }
    | { readonly __typename: 'Session', readonly clock: { readonly serverTime: string }, readonly topics: ReadonlyArray<{ readonly id: string, readonly position: number, readonly title: string, readonly doneAt: string | null, readonly state: Types.TopicState, readonly activeMs: number, readonly startedAt: string | null }> }
    | { readonly __typename: 'SessionAlreadyEnded', readonly message: string }
    | { readonly __typename: 'TopicGone', readonly message: string }
   };

export type RenameTopicMutationVariables = Exact<{
  input: Types.RenameTopicInput;
}>;


export type RenameTopicMutation = { readonly changed:
    | { readonly __typename: 'InvalidTopic', readonly message: string }
    | { readonly __typename: 'Session', readonly clock: { readonly serverTime: string }, readonly topics: ReadonlyArray<{ readonly id: string, readonly position: number, readonly title: string, readonly doneAt: string | null, readonly state: Types.TopicState, readonly activeMs: number, readonly startedAt: string | null }> }
    | { readonly __typename: 'SessionAlreadyEnded', readonly message: string }
    | { readonly __typename: 'TopicGone', readonly message: string }
   };

export type MoveTopicMutationVariables = Exact<{
  input: Types.MoveTopicInput;
}>;


export type MoveTopicMutation = { readonly changed:
    | { readonly __typename: 'InvalidTopic', readonly message: string }
    | { readonly __typename: 'Session', readonly clock: { readonly serverTime: string }, readonly topics: ReadonlyArray<{ readonly id: string, readonly position: number, readonly title: string, readonly doneAt: string | null, readonly state: Types.TopicState, readonly activeMs: number, readonly startedAt: string | null }> }
    | { readonly __typename: 'SessionAlreadyEnded', readonly message: string }
    | { readonly __typename: 'TopicGone', readonly message: string }
   };

export type RemoveTopicMutationVariables = Exact<{
  input: Types.TopicInput;
}>;


export type RemoveTopicMutation = { readonly changed:
    | { readonly __typename: 'InvalidTopic', readonly message: string }
    | { readonly __typename: 'Session', readonly clock: { readonly serverTime: string }, readonly topics: ReadonlyArray<{ readonly id: string, readonly position: number, readonly title: string, readonly doneAt: string | null, readonly state: Types.TopicState, readonly activeMs: number, readonly startedAt: string | null }> }
    | { readonly __typename: 'SessionAlreadyEnded', readonly message: string }
    | { readonly __typename: 'TopicGone', readonly message: string }
   };

export type RestoreTopicMutationVariables = Exact<{
  input: Types.TopicInput;
}>;


export type RestoreTopicMutation = { readonly changed:
    | { readonly __typename: 'InvalidTopic', readonly message: string }
    | { readonly __typename: 'Session', readonly clock: { readonly serverTime: string }, readonly topics: ReadonlyArray<{ readonly id: string, readonly position: number, readonly title: string, readonly doneAt: string | null, readonly state: Types.TopicState, readonly activeMs: number, readonly startedAt: string | null }> }
    | { readonly __typename: 'SessionAlreadyEnded', readonly message: string }
    | { readonly __typename: 'TopicGone', readonly message: string }
   };

export type StartTopicMutationVariables = Exact<{
  input: Types.TopicInput;
}>;


export type StartTopicMutation = { readonly changed:
    | { readonly __typename: 'InvalidTopic', readonly message: string }
    | { readonly __typename: 'Session', readonly clock: { readonly serverTime: string }, readonly topics: ReadonlyArray<{ readonly id: string, readonly position: number, readonly title: string, readonly doneAt: string | null, readonly state: Types.TopicState, readonly activeMs: number, readonly startedAt: string | null }> }
    | { readonly __typename: 'SessionAlreadyEnded', readonly message: string }
    | { readonly __typename: 'TopicGone', readonly message: string }
   };

export type FinishTopicMutationVariables = Exact<{
  input: Types.TopicInput;
}>;


export type FinishTopicMutation = { readonly changed:
    | { readonly __typename: 'InvalidTopic', readonly message: string }
    | { readonly __typename: 'Session', readonly clock: { readonly serverTime: string }, readonly topics: ReadonlyArray<{ readonly id: string, readonly position: number, readonly title: string, readonly doneAt: string | null, readonly state: Types.TopicState, readonly activeMs: number, readonly startedAt: string | null }> }
    | { readonly __typename: 'SessionAlreadyEnded', readonly message: string }
    | { readonly __typename: 'TopicGone', readonly message: string }
   };

export type ReopenTopicMutationVariables = Exact<{
  input: Types.TopicInput;
}>;


export type ReopenTopicMutation = { readonly changed:
    | { readonly __typename: 'InvalidTopic', readonly message: string }
    | { readonly __typename: 'Session', readonly clock: { readonly serverTime: string }, readonly topics: ReadonlyArray<{ readonly id: string, readonly position: number, readonly title: string, readonly doneAt: string | null, readonly state: Types.TopicState, readonly activeMs: number, readonly startedAt: string | null }> }
    | { readonly __typename: 'SessionAlreadyEnded', readonly message: string }
    | { readonly __typename: 'TopicGone', readonly message: string }
   };

export const AddTopicDocument = "mutation AddTopic($input:AddTopicInput!){changed:addTopic(input:$input){__typename ...on Session{...ChangedTopics}...on Problem{message}}}fragment ChangedTopics on Session{clock{serverTime}topics{id position title doneAt state activeMs startedAt}}" as GraphqlDocument<AddTopicMutation, AddTopicMutationVariables>;
export const RenameTopicDocument = "mutation RenameTopic($input:RenameTopicInput!){changed:renameTopic(input:$input){__typename ...on Session{...ChangedTopics}...on Problem{message}}}fragment ChangedTopics on Session{clock{serverTime}topics{id position title doneAt state activeMs startedAt}}" as GraphqlDocument<RenameTopicMutation, RenameTopicMutationVariables>;
export const MoveTopicDocument = "mutation MoveTopic($input:MoveTopicInput!){changed:moveTopic(input:$input){__typename ...on Session{...ChangedTopics}...on Problem{message}}}fragment ChangedTopics on Session{clock{serverTime}topics{id position title doneAt state activeMs startedAt}}" as GraphqlDocument<MoveTopicMutation, MoveTopicMutationVariables>;
export const RemoveTopicDocument = "mutation RemoveTopic($input:TopicInput!){changed:removeTopic(input:$input){__typename ...on Session{...ChangedTopics}...on Problem{message}}}fragment ChangedTopics on Session{clock{serverTime}topics{id position title doneAt state activeMs startedAt}}" as GraphqlDocument<RemoveTopicMutation, RemoveTopicMutationVariables>;
export const RestoreTopicDocument = "mutation RestoreTopic($input:TopicInput!){changed:restoreTopic(input:$input){__typename ...on Session{...ChangedTopics}...on Problem{message}}}fragment ChangedTopics on Session{clock{serverTime}topics{id position title doneAt state activeMs startedAt}}" as GraphqlDocument<RestoreTopicMutation, RestoreTopicMutationVariables>;
export const StartTopicDocument = "mutation StartTopic($input:TopicInput!){changed:startTopic(input:$input){__typename ...on Session{...ChangedTopics}...on Problem{message}}}fragment ChangedTopics on Session{clock{serverTime}topics{id position title doneAt state activeMs startedAt}}" as GraphqlDocument<StartTopicMutation, StartTopicMutationVariables>;
export const FinishTopicDocument = "mutation FinishTopic($input:TopicInput!){changed:finishTopic(input:$input){__typename ...on Session{...ChangedTopics}...on Problem{message}}}fragment ChangedTopics on Session{clock{serverTime}topics{id position title doneAt state activeMs startedAt}}" as GraphqlDocument<FinishTopicMutation, FinishTopicMutationVariables>;
export const ReopenTopicDocument = "mutation ReopenTopic($input:TopicInput!){changed:reopenTopic(input:$input){__typename ...on Session{...ChangedTopics}...on Problem{message}}}fragment ChangedTopics on Session{clock{serverTime}topics{id position title doneAt state activeMs startedAt}}" as GraphqlDocument<ReopenTopicMutation, ReopenTopicMutationVariables>;