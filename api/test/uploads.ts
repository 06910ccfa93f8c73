import { readdir } from 'node:fs/promises';
import type { Meeting } from './meeting.ts';

type Who = 'mentor' | 'learner';

interface UploadOptions {
  readonly who?: Who | null;
  readonly name?: string;
  readonly origin?: string;
}

export interface Uploaded {
  readonly id: string;
  readonly url: string;
  readonly name: string;
  readonly code?: string;
}

/** The smallest picture that a browser shows: one pixel. */
export const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

export const send = `mutation ($sessionId: ID!, $messageId: ID!, $text: String!, $fileIds: [ID!]!) {
  sendMessage(input: {
    sessionId: $sessionId, messageId: $messageId, text: $text, fileIds: $fileIds }) {
    __typename
    ... on ChatMessage { id text attachments { id name mediaType bytes url isPicture width height } }
    ... on Problem { message } } }`;

export const read = `query ($sessionId: ID!) { session(id: $sessionId) { keepsChat
  messages { edges { node { text attachments { id } } } } } }`;

export interface Sent {
  readonly sendMessage: {
    readonly __typename: string;
    readonly attachments?: readonly object[];
    readonly message?: string;
  };
}

export interface Chat {
  readonly session: {
    readonly keepsChat: boolean;
    readonly messages: {
      readonly edges: readonly {
        readonly node: { readonly text: string; readonly attachments: readonly { id: string }[] };
      }[];
    };
  };
}

export async function upload(
  meeting: Meeting,
  content: Buffer | string,
  { who = 'mentor', name = 'note.txt', origin = meeting.api.url }: UploadOptions = {},
): Promise<{ readonly status: number; readonly body: Uploaded }> {
  const query = new URLSearchParams({ session: meeting.sessionId, name });
  const response = await fetch(`${meeting.api.url}/files?${query.toString()}`, {
    method: 'POST',
    headers: { origin, ...(who ? { cookie: meeting.cookies[who] } : {}) },
    body: typeof content === 'string' ? content : new Uint8Array(content),
  });
  return { status: response.status, body: (await response.json()) as Uploaded };
}

export function download(
  meeting: Meeting,
  id: string,
  headers: Record<string, string> = {},
  who: Who = 'learner',
): Promise<Response> {
  const cookie = meeting.cookies[who];
  return fetch(`${meeting.api.url}/files/${id}`, { headers: { cookie, ...headers } });
}

export async function storedFiles(meeting: Meeting): Promise<number> {
  const found = await readdir(meeting.api.folder, { recursive: true, withFileTypes: true });
  return found.filter((entry) => entry.isFile()).length;
}

export async function knownFiles(meeting: Meeting): Promise<number> {
  const [row] = await meeting.api.app.database
    .fork()
    .execute<{ count: number }[]>('select count(*)::integer as count from stored_file');
  return row?.count ?? 0;
}

/** Resolves when it is so. The test fails by its time limit if it never is. */
export async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((done) => setImmediate(done));
}
