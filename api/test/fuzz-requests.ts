import type { Dice } from './fuzz-dice.ts';
import type { Question } from './fuzz-questions.ts';

/** A request as `fetch` sends it. */
export interface BadRequest {
  readonly path: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array<ArrayBuffer>;
}

const mediaTypes = [
  ...['application/json', 'application/json', 'application/json; charset=utf-7', 'text/plain'],
  ...['application/json; charset=utf-16', 'application/graphql', 'multipart/form-data', ';;', 'x'],
  ...['application/x-www-form-urlencoded', 'application/graphql-response+json'],
];
const paths = [
  ...['/files', '/files?session=%00&name=%00', '/files/%00', '/files/..%2f..%2fetc%2fpasswd', '/%'],
  ...[
    '/files/00000000-0000-0000-0000-000000000000',
    '/session/%00/transcript.vtt',
    '/%c0%ae%c0%ae',
  ],
  ...['/session/%ed%a0%80/transcript.txt', '/auth/sign-in/magic-link', '/auth/sign-in/email'],
  ...[
    '/auth/magic-link/verify?token=%00&callbackURL=//evil.example',
    '/auth/get-session',
    '/auth/%00',
  ],
  ...[
    '/auth/request-password-reset',
    '/auth/reset-password/%00?callbackURL=/',
    '/auth/sign-up/email',
  ],
  ...[
    '/auth/verify-email?token=a.b.c',
    '/auth/update-user',
    '/auth/change-email',
    '/auth/sign-out',
  ],
  ...['/dev/mail', '/dev/mail/%00', '/dev/mail/x', '/livekit/webhook', '/health/ready', '/metrics'],
  ...[
    '/media/notices',
    '/graphql/x',
    '/graphql?query={serverTime}',
    '/graphql?query=%00',
    '//graphql',
  ],
  ...[
    '/graphql?query=mutation{sendTestPush{__typename}}',
    '/graphql?extensions=%7B',
    '/graphql?a[b]=c',
  ],
];

/** A request that no page of ours sends. */
export function badRequest(question: Question, dice: Dice): BadRequest {
  if (dice.chance(0.5)) return elsewhere(dice);
  const body = spoiltBody(question, dice);
  const headers = { 'content-type': dice.pick(mediaTypes) };
  const method = dice.pick(['POST', 'POST', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS']);
  return { path: '/graphql', method, headers, body };
}

function elsewhere(dice: Dice): BadRequest {
  const path = dice.pick(paths);
  const method = dice.pick(['GET', 'GET', 'POST', 'POST', 'PUT', 'DELETE', 'HEAD', 'OPTIONS']);
  const headers: Record<string, string> = {
    'content-type': dice.pick(mediaTypes),
    range: dice.pick(['bytes=0-', 'bytes=-1', 'bytes=9-1', 'bytes=0-1,2-3', 'x']),
  };
  if (dice.chance(0.3)) headers['if-none-match'] = '*';
  if (dice.chance(0.3)) headers['authorization'] = `Bearer ${'x'.repeat(dice.int(200))}`;
  if (method === 'GET' || method === 'HEAD') return { path, method, headers };
  return { path, method, headers, body: formOf(dice) };
}

/** What the routes of sign-in and uploads might take, and worse. */
function formOf(dice: Dice): string {
  const odd = () =>
    dice.pick<unknown>([
      '\u0000',
      'a@b.c',
      'x'.repeat(9000),
      '',
      null,
      7,
      [],
      {},
      '/a',
      dice.text(),
    ]);
  const form = {
    ...{ email: odd(), password: odd(), callbackURL: odd(), token: odd(), name: odd() },
    ...{ newPassword: odd(), redirectTo: odd(), image: odd(), event: odd() },
  };
  return dice.pick([JSON.stringify(form), JSON.stringify(dice.json()), '{', '', dice.text()]);
}

function spoiltBody(question: Question, dice: Dice): string | Uint8Array<ArrayBuffer> {
  const { query, variables } = question;
  const whole = JSON.stringify({ query, variables });
  return dice.pick<() => string | Uint8Array<ArrayBuffer>>([
    () => whole.slice(0, dice.int(whole.length)),
    () => JSON.stringify([question, question, question]),
    () => JSON.stringify({ query: dice.json(), variables: dice.json() }),
    () => JSON.stringify({ query, variables: dice.json() }),
    () => JSON.stringify({ query, variables, operationName: dice.json() }),
    () => JSON.stringify({ query, variables, extensions: dice.json() }),
    () =>
      JSON.stringify({
        variables,
        extensions: { persistedQuery: { version: 1, sha256Hash: 'x' } },
      }),
    () => JSON.stringify(dice.json()),
    () => `{"query":"{serverTime}","variables":{"__proto__":{"isAdmin":true}}}`,
    () => '['.repeat(50_000),
    () => `{"query":"{serverTime}","variables":${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}}`,
    () => 'x'.repeat(300_000),
    () => Uint8Array.from({ length: 200 }, () => dice.int(256)),
    () => '',
  ])();
}
