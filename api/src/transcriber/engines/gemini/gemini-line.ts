import type { GoogleGenAI, LiveServerMessage, Session } from '@google/genai';
import { sampleRate, type Words } from '../engine.ts';
import { pcmOf } from '../pcm.ts';

const patienceMs = 8000;

/** What comes back over a line. */
export type Said =
  /** What was heard since the last piece, as it seems for now; and a piece that will not change. */
  | { readonly kind: 'INTERIM' | 'PIECE'; readonly words: Words }
  /** There are no more pieces of what was said. */
  | { readonly kind: 'END' }
  /** It will be closed soon. */
  | { readonly kind: 'GOING' }
  | { readonly kind: 'CLOSED'; readonly reason: string };

/** An open connection: what is said goes in as it is said. */
export interface Line {
  begin(): void;
  send(samples: Float32Array): void;
  end(): void;
  close(): void;
}

export interface LineOptions {
  readonly model: string;
  readonly language: string;
}

/** Opens a line; resolves when the other side is ready, and rejects where it is not so in time. */
export async function openLine(
  client: GoogleGenAI,
  { model, language }: LineOptions,
  hear: (said: Said) => void,
): Promise<Line> {
  const session = await inTime(
    client.live.connect({
      model,
      config: {
        inputAudioTranscription: language ? { languageCodes: [language] } : {},
        // Who speaks when is known here already, and nothing else leaves the house.
        realtimeInputConfig: { automaticActivityDetection: { disabled: true } },
      },
      callbacks: {
        onmessage: (message) => {
          for (const said of saidIn(message, language || null)) hear(said);
        },
        // What follows is that it is closed.
        onerror: () => undefined,
        onclose: ({ reason }) => {
          hear({ kind: 'CLOSED', reason });
        },
      },
    }),
  );
  const mimeType = `audio/pcm;rate=${String(sampleRate)}`;
  return {
    begin: () => {
      session.sendRealtimeInput({ activityStart: {} });
    },
    send: (samples) => {
      const data = pcmOf(samples).toString('base64');
      session.sendRealtimeInput({ audio: { data, mimeType } });
    },
    end: () => {
      session.sendRealtimeInput({ activityEnd: {} });
    },
    close: () => {
      session.close();
    },
  };
}

/** One that is ready too late is closed. */
async function inTime(connecting: Promise<Session>): Promise<Session> {
  const late = Promise.withResolvers<never>();
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    late.reject(new Error('Gemini did not answer in time'));
  }, patienceMs);
  void connecting.then(
    (session) => {
      if (isLate) session.close();
    },
    () => undefined,
  );
  try {
    return await Promise.race([connecting, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}

/** What one message says. */
function saidIn(
  { serverContent, goAway }: LiveServerMessage,
  language: string | null,
): readonly Said[] {
  const said: Said[] = [];
  const { interimInputTranscription: interim, inputTranscription: piece } = serverContent ?? {};
  if (interim) said.push({ kind: 'INTERIM', words: wordsOf(interim, language) });
  if (piece) said.push({ kind: 'PIECE', words: wordsOf(piece, language) });
  if (piece?.finished || serverContent?.turnComplete) said.push({ kind: 'END' });
  if (goAway) said.push({ kind: 'GOING' });
  return said;
}

function wordsOf(
  { text, languageCode }: { readonly text?: string; readonly languageCode?: string },
  language: string | null,
): Words {
  return { text: (text ?? '').trim(), language: languageCode ?? language };
}
