/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Types from '../graphql/schema-types';

import type { GraphqlDocument } from '../platform/graphql-document';
export type ChatMessagePartsFragment = { readonly id: string, readonly text: string, readonly sentAt: string, readonly cursor: string, readonly attachments: ReadonlyArray<{ readonly id: string, readonly name: string, readonly mediaType: string, readonly bytes: number, readonly url: string, readonly isPicture: boolean, readonly width: number | null, readonly height: number | null }>, readonly author: { readonly id: string, readonly displayName: string } };

export type ChatMessagesSubscriptionVariables = Exact<{
  sessionId: string;
  after?: string | null | undefined;
}>;


export type ChatMessagesSubscription = { readonly chatMessages: { readonly id: string, readonly text: string, readonly sentAt: string, readonly cursor: string, readonly attachments: ReadonlyArray<{ readonly id: string, readonly name: string, readonly mediaType: string, readonly bytes: number, readonly url: string, readonly isPicture: boolean, readonly width: number | null, readonly height: number | null }>, readonly author: { readonly id: string, readonly displayName: string } } };

export type SendMessageMutationVariables = Exact<{
  input: Types.SendMessageInput;
}>;


export type SendMessageMutation = { readonly sendMessage:
    | { readonly __typename: 'ChatClosed', readonly message: string }
    | { readonly __typename: 'ChatMessage', readonly id: string, readonly text: string, readonly sentAt: string, readonly cursor: string, readonly attachments: ReadonlyArray<{ readonly id: string, readonly name: string, readonly mediaType: string, readonly bytes: number, readonly url: string, readonly isPicture: boolean, readonly width: number | null, readonly height: number | null }>, readonly author: { readonly id: string, readonly displayName: string } }
    | { readonly __typename: 'InvalidMessage', readonly message: string }
   };

export const ChatMessagesDocument = "subscription ChatMessages($sessionId:ID!$after:Cursor){chatMessages(sessionId:$sessionId after:$after){...ChatMessageParts}}fragment ChatMessageParts on ChatMessage{id text attachments{id name mediaType bytes url isPicture width height}sentAt cursor author{id displayName}}" as GraphqlDocument<ChatMessagesSubscription, ChatMessagesSubscriptionVariables>;
export const SendMessageDocument = "mutation SendMessage($input:SendMessageInput!){sendMessage(input:$input){__typename ...on ChatMessage{...ChatMessageParts}...on Problem{message}}}fragment ChatMessageParts on ChatMessage{id text attachments{id name mediaType bytes url isPicture width height}sentAt cursor author{id displayName}}" as GraphqlDocument<SendMessageMutation, SendMessageMutationVariables>;