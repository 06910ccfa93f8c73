/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Types from '../graphql/schema-types';

import type { GraphqlDocument } from '../platform/graphql-document';
export type WayInFragment = { readonly url: string, readonly token: string, readonly identity: string, readonly isRelayOnly: boolean, readonly iceServers: ReadonlyArray<{ readonly url: string, readonly username: string | null, readonly credential: string | null }> };

export type JoinSessionMutationVariables = Exact<{
  input: Types.JoinSessionInput;
}>;


export type JoinSessionMutation = { readonly joinSession:
    | { readonly __typename: 'JoinWindowClosed', readonly message: string, readonly opensAt: string }
    | { readonly __typename: 'MediaAccess', readonly validUntil: string, readonly url: string, readonly token: string, readonly identity: string, readonly isRelayOnly: boolean, readonly iceServers: ReadonlyArray<{ readonly url: string, readonly username: string | null, readonly credential: string | null }> }
    | { readonly __typename: 'MediaUnavailable', readonly message: string }
    | { readonly __typename: 'SessionAlreadyEnded', readonly message: string }
   };

export type UseHereMutationVariables = Exact<{
  input: Types.JoinSessionInput;
}>;


export type UseHereMutation = { readonly useHere:
    | { readonly __typename: 'CallMoved' }
    | { readonly __typename: 'MediaUnavailable', readonly message: string }
   };

export type LeaveSessionMutationVariables = Exact<{
  input: Types.LeaveSessionInput;
}>;


export type LeaveSessionMutation = { readonly leaveSession:
    | { readonly __typename: 'Session' }
    | { readonly __typename: 'SessionAlreadyEnded', readonly message: string }
   };

export type ReportConnectionMutationVariables = Exact<{
  input: Types.ReportConnectionInput;
}>;


export type ReportConnectionMutation = { readonly reportConnection: boolean };

export type OpenMediaCheckMutationVariables = Exact<{ [key: string]: never; }>;


export type OpenMediaCheckMutation = { readonly openMediaCheck:
    | { readonly __typename: 'MediaAccess', readonly url: string, readonly token: string, readonly identity: string, readonly isRelayOnly: boolean, readonly iceServers: ReadonlyArray<{ readonly url: string, readonly username: string | null, readonly credential: string | null }> }
    | { readonly __typename: 'MediaUnavailable', readonly message: string }
   };

export type WaitToJoinMutationVariables = Exact<{
  input: Types.JoinSessionInput;
}>;


export type WaitToJoinMutation = { readonly waitToJoin:
    | { readonly __typename: 'JoinWindowClosed', readonly message: string }
    | { readonly __typename: 'MediaAccess', readonly validUntil: string, readonly url: string, readonly token: string, readonly identity: string, readonly isRelayOnly: boolean, readonly iceServers: ReadonlyArray<{ readonly url: string, readonly username: string | null, readonly credential: string | null }> }
    | { readonly __typename: 'MediaUnavailable', readonly message: string }
    | { readonly __typename: 'SessionAlreadyEnded', readonly message: string }
   };

export type EnterRoomMutationVariables = Exact<{
  input: Types.JoinSessionInput;
}>;


export type EnterRoomMutation = { readonly enterRoom:
    | { readonly __typename: 'JoinWindowClosed', readonly message: string }
    | { readonly __typename: 'MediaUnavailable', readonly message: string }
    | { readonly __typename: 'NotWaiting', readonly message: string }
    | { readonly __typename: 'RoomEntered' }
    | { readonly __typename: 'SessionAlreadyEnded', readonly message: string }
   };

export const JoinSessionDocument = "mutation JoinSession($input:JoinSessionInput!){joinSession(input:$input){__typename ...on MediaAccess{...WayIn validUntil}...on JoinWindowClosed{message opensAt}...on Problem{message}}}fragment WayIn on MediaAccess{url token identity iceServers{url username credential}isRelayOnly}" as GraphqlDocument<JoinSessionMutation, JoinSessionMutationVariables>;
export const UseHereDocument = "mutation UseHere($input:JoinSessionInput!){useHere(input:$input){__typename ...on Problem{message}}}" as GraphqlDocument<UseHereMutation, UseHereMutationVariables>;
export const LeaveSessionDocument = "mutation LeaveSession($input:LeaveSessionInput!){leaveSession(input:$input){__typename ...on Problem{message}}}" as GraphqlDocument<LeaveSessionMutation, LeaveSessionMutationVariables>;
export const ReportConnectionDocument = "mutation ReportConnection($input:ReportConnectionInput!){reportConnection(input:$input)}" as GraphqlDocument<ReportConnectionMutation, ReportConnectionMutationVariables>;
export const OpenMediaCheckDocument = "mutation OpenMediaCheck{openMediaCheck{__typename ...on MediaAccess{...WayIn}...on Problem{message}}}fragment WayIn on MediaAccess{url token identity iceServers{url username credential}isRelayOnly}" as GraphqlDocument<OpenMediaCheckMutation, OpenMediaCheckMutationVariables>;
export const WaitToJoinDocument = "mutation WaitToJoin($input:JoinSessionInput!){waitToJoin(input:$input){__typename ...on MediaAccess{...WayIn validUntil}...on Problem{message}}}fragment WayIn on MediaAccess{url token identity iceServers{url username credential}isRelayOnly}" as GraphqlDocument<WaitToJoinMutation, WaitToJoinMutationVariables>;
export const EnterRoomDocument = "mutation EnterRoom($input:JoinSessionInput!){enterRoom(input:$input){__typename ...on Problem{message}}}" as GraphqlDocument<EnterRoomMutation, EnterRoomMutationVariables>;