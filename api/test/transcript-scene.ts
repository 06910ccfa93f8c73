import { newId } from '../src/platform/ids.ts';
import type { Segment } from '../src/transcript/transcript.ts';
import { Meeting } from './meeting.ts';

const parts = `id revision text isFinal startMs language engine cursor person { displayName }`;
export const stream = `subscription ($sessionId: ID!, $after: Cursor) {
  transcriptSegments(sessionId: $sessionId, after: $after) { ${parts} } }`;
export const statuses = `subscription ($sessionId: ID!) {
  transcriptStatusChanges(sessionId: $sessionId) { state engine } }`;
const read = `query ($sessionId: ID!, $after: Cursor, $first: Int!, $search: String) {
  session(id: $sessionId) { transcript(after: $after, first: $first, search: $search) {
    edges { node { ${parts} } } pageInfo { hasNextPage endCursor } } } }`;

interface Shown {
  readonly id: string;
  readonly revision: number;
  readonly text: string;
  readonly isFinal: boolean;
  readonly startMs: number;
  readonly cursor: string;
  readonly person: { readonly displayName: string };
}

export interface Told {
  readonly transcriptSegments: Shown;
}

interface Page {
  readonly session: {
    readonly transcript: {
      readonly edges: readonly { readonly node: Shown }[];
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    };
  };
}

/** Both say yes to a transcript. */
export async function agree({ api, sessionId, people }: Meeting): Promise<void> {
  for (const { id: personId } of Object.values(people)) {
    await api.app.consent.change.run({ sessionId, personId, kind: 'TRANSCRIPT', act: 'AGREE' });
  }
}

/** A session in which both are there and agree to a transcript. */
export async function begun(...settings: Parameters<typeof Meeting.plan>): Promise<Meeting> {
  const meeting = await Meeting.plan(...settings);
  meeting.toMinute(0);
  await meeting.comes('mentor');
  await meeting.comes('learner');
  await agree(meeting);
  return meeting;
}

export function said(meeting: Meeting, text: string, changes: Partial<Segment> = {}): Segment {
  const now = meeting.clock.now();
  return {
    id: newId(),
    revision: 1,
    personId: meeting.people.mentor.id,
    startAt: now,
    endAt: now + 800,
    text,
    isFinal: true,
    language: 'en',
    engine: 'test',
    ...changes,
  };
}

export function write(meeting: Meeting, ...segments: Segment[]) {
  return meeting.api.app.transcript.write(meeting.sessionId, segments);
}

export async function page(meeting: Meeting, changes: object = {}) {
  const variables = { after: null, first: 500, search: null, ...changes };
  return (await meeting.ask<Page>('learner', read, variables)).session.transcript;
}

export async function texts(meeting: Meeting, changes: object = {}): Promise<readonly string[]> {
  return (await page(meeting, changes)).edges.map(({ node }) => node.text);
}

export function follow(meeting: Meeting, after: string | null = null, api = meeting.api) {
  const { sessionId, cookies } = meeting;
  return api.subscribe<Told>(stream, { sessionId, after }, cookies.learner);
}

export async function file(meeting: Meeting, name: string, cookie?: string): Promise<Response> {
  return await fetch(`${meeting.api.url}/session/${meeting.sessionId}/${name}`, {
    headers: cookie === undefined ? {} : { cookie },
  });
}
