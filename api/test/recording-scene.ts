import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { path as ffprobe } from '@ffprobe-installer/ffprobe';
import type { Overrides } from '../src/base.ts';
import { Meeting, minuteMs } from './meeting.ts';

type Who = 'mentor' | 'learner';
type Act = 'REQUEST' | 'AGREE' | 'PAUSE' | 'RESUME' | 'WITHDRAW';

export interface SeenPart {
  readonly id: string;
  readonly status: string;
  readonly startedAt: string | null;
  readonly endedAt: string | null;
  readonly mediaType: string;
  readonly bytes: number | null;
  readonly url: string | null;
  readonly reason: string | null;
}

export interface Seen {
  readonly status: string;
  readonly reason: string | null;
  readonly via: string;
  readonly seconds: number;
  readonly parts: readonly SeenPart[];
}

interface Problem {
  readonly __typename: string;
  readonly message?: string;
  readonly next?: number;
}

const part = 'id status startedAt endedAt mediaType bytes url reason';
const recording = `status reason via seconds parts { ${part} }`;
const look = `query ($sessionId: ID!) { session(id: $sessionId) { recording { ${recording} } } }`;
const beginning = `mutation ($sessionId: ID!, $mediaType: String!, $partId: ID) {
  beginRecordingPart(input: { sessionId: $sessionId, mediaType: $mediaType, partId: $partId }) {
    __typename ... on RecordingPart { ${part} } ... on Problem { message } } }`;
const finishing = `mutation ($partId: ID!, $chunks: Int!) {
  finishRecordingPart(input: { partId: $partId, chunks: $chunks }) {
    __typename ... on RecordingPart { ${part} } ... on Problem { message }
    ... on RecordingPiecesMissing { next } } }`;
export const changes = `subscription ($sessionId: ID!) {
  recordingChanges(sessionId: $sessionId) { ${recording} } }`;

/** A session in which both are there and want it to be recorded. */
export async function recorded(
  settings: Readonly<Record<string, string>> = {},
  overrides: Overrides = {},
): Promise<Meeting> {
  const meeting = await Meeting.plan({ RECORDING: 'browser', ...settings }, overrides);
  meeting.toMinute(0);
  await meeting.comes('mentor');
  await meeting.comes('learner');
  await says(meeting, 'mentor', 'REQUEST');
  await says(meeting, 'learner', 'AGREE');
  return meeting;
}

/** Says something of the recording, and waits until it has come of it what comes. */
export async function says(meeting: Meeting, who: Who, act: Act): Promise<void> {
  const { api, sessionId, people } = meeting;
  const personId = people[who].id;
  await api.app.consent.change.run({ sessionId, personId, kind: 'RECORDING', act });
  await api.app.recording.watch();
}

export async function seen(meeting: Meeting, who: Who = 'mentor'): Promise<Seen | null> {
  const { session } = await meeting.ask<{ session: { recording: Seen | null } }>(who, look);
  return session.recording;
}

export async function begin(
  meeting: Meeting,
  options: { readonly mediaType?: string; readonly partId?: string; readonly who?: Who } = {},
): Promise<SeenPart & Problem> {
  const { who = 'mentor', mediaType = 'video/webm;codecs=vp8,opus', partId } = options;
  const asked = { mediaType, ...(partId === undefined ? {} : { partId }) };
  const answer = await meeting.ask<{ beginRecordingPart: SeenPart & Problem }>(
    who,
    beginning,
    asked,
  );
  return answer.beginRecordingPart;
}

export async function finish(
  meeting: Meeting,
  partId: string,
  chunks: number,
): Promise<SeenPart & Problem> {
  const { mentor } = meeting.cookies;
  const answer = await meeting.api.ask<{ finishRecordingPart: SeenPart & Problem }>(
    finishing,
    { partId, chunks },
    mentor,
  );
  return answer.finishRecordingPart;
}

interface PutOptions {
  readonly cookie?: string | undefined;
  readonly origin?: string;
}

export async function put(
  meeting: Meeting,
  place: { readonly partId: string; readonly seq: number | string },
  piece: Uint8Array,
  { cookie = meeting.cookies.mentor, origin = meeting.api.url }: PutOptions = {},
): Promise<{ readonly status: number; readonly body: { code?: string; next?: number } }> {
  const response = await fetch(pieceUrl(meeting, place), {
    method: 'PUT',
    headers: { origin, cookie },
    body: new Uint8Array(piece),
  });
  const text = await response.text();
  return { status: response.status, body: text === '' ? {} : (JSON.parse(text) as object) };
}

function pieceUrl({ api }: Meeting, place: { partId: string; seq: number | string }): string {
  return `${api.url}/recordings/parts/${place.partId}/${String(place.seq)}`;
}

export async function nextOf(meeting: Meeting, partId: string): Promise<number> {
  const response = await fetch(`${meeting.api.url}/recordings/parts/${partId}`, {
    headers: { cookie: meeting.cookies.mentor },
  });
  return ((await response.json()) as { next: number }).next;
}

/** What a browser recorded in five seconds, in so many pieces. */
export async function lesson(kind: 'webm' | 'mp4', pieces: number): Promise<readonly Uint8Array[]> {
  const all = await readFile(`api/test/media/lesson.${kind}`);
  const size = Math.ceil(all.length / pieces);
  return Array.from({ length: pieces }, (_, seq) => all.subarray(seq * size, (seq + 1) * size));
}

/** Sends pieces in their order, from one of them on. */
export async function sendAll(
  meeting: Meeting,
  partId: string,
  pieces: readonly Uint8Array[],
  from = 0,
): Promise<void> {
  for (const [place, piece] of pieces.entries()) {
    const { status } = await put(meeting, { partId, seq: from + place }, piece);
    expect(status).toBe(204);
  }
}

/** The session is over, and whatever comes of it has come. */
export async function ends(meeting: Meeting): Promise<void> {
  const { api, sessionId, people } = meeting;
  await api.app.sessions.command(sessionId, () => ({ type: 'END', personId: people.mentor.id }));
  await api.app.recording.watch();
}

/** Resolves when the recording is so. The test fails by its time limit if it never is. */
export async function becomes(meeting: Meeting, status: string): Promise<Seen> {
  for (;;) {
    const now = await seen(meeting);
    if (now?.status === status) return now;
    await new Promise((done) => setImmediate(done));
  }
}

export interface Probed {
  readonly streams: readonly { readonly codec_name: string; readonly nb_read_packets: string }[];
  readonly format: { readonly format_name: string; readonly duration: string };
}

/** What ffprobe says of a file. */
export async function probe(content: Uint8Array): Promise<Probed> {
  const folder = await mkdtemp(join(tmpdir(), 'probe-'));
  try {
    const file = join(folder, 'file');
    await writeFile(file, content);
    const show = ['-show_entries', 'stream=codec_name,nb_read_packets:format=duration,format_name'];
    const args = ['-v', 'error', '-count_packets', ...show, '-of', 'json', file];
    const { stdout } = await promisify(execFile)(ffprobe, args);
    return JSON.parse(stdout) as Probed;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Opens a link as a browser does that has no cookie. */
export function open(
  meeting: Meeting,
  url: string | null,
  headers: object = {},
): Promise<Response> {
  return fetch(`${meeting.api.url}${url ?? '/nowhere'}`, { headers: { ...headers } });
}

export const hourMs = 60 * minuteMs;
