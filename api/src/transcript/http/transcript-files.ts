import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { IncomingHttpHeaders } from 'node:http';
import { type Request, type RequestHandler, type Response, Router } from 'express';
import { GraphQLError } from 'graphql';
import type { PersonReader } from '../../accounts/person.ts';
import type { Viewer } from '../../accounts/viewer.ts';
import type { SessionAccess } from '../../sessions/session-access.ts';
import type { FactsReader, SessionFacts } from '../../sessions/sessions.ts';
import {
  type ExportHead,
  fileName,
  type SpokenLine,
  textHead,
  textLine,
  vttCue,
  vttHead,
} from '../domain/exports.ts';
import { canRead } from '../read-transcript.ts';
import type { SpokenPlace, TranscriptReader } from '../store/transcript-reader.ts';

export interface TranscriptFilesOptions {
  readonly access: SessionAccess;
  readonly facts: FactsReader;
  readonly people: PersonReader;
  readonly reader: TranscriptReader;
  readonly viewerOf: (
    headers: IncomingHttpHeaders,
  ) => Promise<{ readonly viewer: Viewer | null; readonly cookies: readonly string[] }>;
}

interface Format {
  readonly mediaType: string;
  readonly head: (head: ExportHead) => string;
  readonly line: (line: SpokenLine) => string;
}

const formats: Readonly<Record<'vtt' | 'txt', Format>> = {
  vtt: { mediaType: 'text/vtt; charset=utf-8', head: vttHead, line: vttCue },
  txt: { mediaType: 'text/plain; charset=utf-8', head: textHead, line: textLine },
};

const pageSize = 500;

/** Below `/session`: the transcript as a file, for whoever may read the session. */
export function transcriptFiles(options: TranscriptFilesOptions): RequestHandler {
  const router = Router();
  for (const type of ['vtt', 'txt'] as const) {
    router.get(`/:id/transcript.${type}`, async (request: Request<{ id: string }>, response) => {
      response.setHeader('Cache-Control', 'private, no-store');
      const facts = await allowed(options, request, response);
      if (facts) await send(options, facts, { type, response });
    });
  }
  return router;
}

async function allowed(
  { access, facts, viewerOf }: TranscriptFilesOptions,
  request: Request<{ id: string }>,
  response: Response,
): Promise<SessionFacts | null> {
  const { viewer, cookies } = await viewerOf(request.headers);
  for (const cookie of cookies) response.append('Set-Cookie', cookie);
  try {
    await access.require({ viewer }, 'READ', request.params.id);
    return await facts.of(request.params.id);
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    response.status(statusOf(error)).type('text').send(`${error.message}\n`);
    return null;
  }
}

function statusOf({ extensions }: GraphQLError): number {
  switch (extensions['code']) {
    case 'UNAUTHENTICATED':
      return 401;
    case 'FORBIDDEN':
      return 403;
    default:
      return 404;
  }
}

async function send(
  options: TranscriptFilesOptions,
  facts: SessionFacts,
  { type, response }: { readonly type: 'vtt' | 'txt'; readonly response: Response },
): Promise<void> {
  const { actualStart } = facts;
  if (actualStart === null || !(await canRead(options.reader, facts))) {
    response.status(404).type('text').send('There is no transcript of this session.\n');
    return;
  }
  response.attachment(fileName(facts, type));
  response.setHeader('Content-Type', formats[type].mediaType);
  const file = Readable.from(contentOf(options, { ...facts, actualStart }, formats[type]));
  await pipeline(file, response).catch((error: unknown) => {
    // Whoever closes the connection wants no more of it.
    if (!response.destroyed) throw error;
  });
}

/** The file in portions, so that a long transcript is never in memory as a whole. */
async function* contentOf(
  { people, reader }: TranscriptFilesOptions,
  facts: SessionFacts & { readonly actualStart: number },
  { head, line }: Format,
): AsyncGenerator<string> {
  const { sessionId, mentorId, learnerId, actualStart } = facts;
  const speakers = await people.byIds([mentorId, learnerId]);
  const nameOf = (personId: string) => speakers.get(personId)?.displayName ?? '';
  yield head({ ...facts, mentor: nameOf(mentorId), learner: nameOf(learnerId) });
  for (let place: SpokenPlace | null = null; ;) {
    const rows = await reader.spokenAfter(sessionId, place, pageSize);
    const lines = rows.map(({ personId, startAt, endAt, text }) =>
      line({
        name: nameOf(personId),
        startMs: startAt - actualStart,
        endMs: endAt - actualStart,
        text,
      }),
    );
    yield lines.join('');
    place = rows.at(-1) ?? null;
    if (rows.length < pageSize) return;
  }
}
