import { z } from 'zod';
import { egressSettings } from './egress-env.ts';
import { type IceKind, isIceUrl } from './ice-url.ts';
import { recordingSettings } from './recording-env.ts';
import { readSettings, type Source } from './read-settings.ts';
import { engineSettings } from './speech-env.ts';
import { split } from './split.ts';
import { storageSettings } from './storage-env.ts';

const loopback = '127.0.0.1';
const minutes = (description: string, preset: number) =>
  z.coerce
    .number()
    .min(0)
    .max(24 * 60)
    .default(preset)
    .describe(description);
const seconds = (description: string, preset: number) =>
  z.coerce.number().min(1).max(3600).default(preset).describe(description);
const webUrl = z.url({ protocol: /^https?$/, error: 'must be an http:// or https:// address' });
const socketUrl = z.url({
  protocol: /^(wss?|https?)$/,
  error: 'must be a ws:// or wss:// address',
});

const iceServers = (kind: IceKind) =>
  z
    .string()
    .default('')
    .refine(
      (list) => split(list).every((url) => isIceUrl(url, kind)),
      `must be ${kind}: addresses, comma-separated`,
    );

const fortnightMinutes = 14 * 24 * 60;

function areLeads(text: string): boolean {
  if (!/^\d+(\s*,\s*\d+){3}$/.test(text)) return false;
  const leads = text.split(',').map(Number);
  return leads.every((lead, at) => lead < (leads[at - 1] ?? fortnightMinutes + 1));
}

/** Every setting of the api, by the name of its environment variable. */
export const settings = z.object({
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/, error: 'must be a postgresql:// address' })
    .describe('PostgreSQL database, for example postgresql://user:password@host:5432/peerlearn.'),
  DATABASE_POOL: z.coerce
    .number()
    .int()
    .min(2)
    .max(500)
    .default(20)
    .describe('Most connections that one process holds to the database.'),
  DATABASE_TIMEOUT_SECONDS: seconds('How long the database may be silent when asked.', 30),
  PORT: z.coerce.number().int().min(1).max(65535).default(3000).describe('Port to listen on.'),
  HOST: z.string().default(loopback).describe('Address to listen on; 0.0.0.0 for all.'),
  PUBLIC_URL: webUrl
    .refine((url) => new URL(url).pathname === '/', 'must be an address without a path')
    .optional()
    .describe('Address at which browsers reach PeerLearn. Default: http://localhost and the port.'),
  WEB_ROOT: z.string().optional().describe('Folder of the built web app; without it only the API.'),
  TRUSTED_PROXIES: z
    .string()
    .default('')
    .describe('Addresses or ranges of the reverse proxies in front, comma-separated.'),
  UNKNOWN_SOCKETS_PER_ADDRESS: z.coerce
    .number()
    .int()
    .min(1)
    .max(100_000)
    .default(1000)
    .describe(
      'How many WebSockets of one network address may be open at once that have not said yet who they are, for each process.',
    ),
  MUTATIONS_PER_MINUTE: z.coerce
    .number()
    .int()
    .min(60)
    .max(1_000_000)
    .default(1500)
    .describe(
      'How many mutations one person may send in a minute. Drawing on the whiteboard takes up to 900.',
    ),
  LIVEKIT_URL: socketUrl.describe('Address at which this program reaches LiveKit.'),
  LIVEKIT_PUBLIC_URL: socketUrl
    .optional()
    .describe('Address at which browsers reach LiveKit. Default: LIVEKIT_URL.'),
  LIVEKIT_API_KEY: z.string().describe('API key of LiveKit.'),
  LIVEKIT_API_SECRET: z.string().min(32).describe('Secret of that key, 32 characters or more.'),
  STUN_URLS: iceServers('stun').describe(
    'STUN servers for browsers, comma-separated, the first is tried first. Without STUN_URLS and TURN_URLS browsers use those that LiveKit names.',
  ),
  TURN_URLS: iceServers('turn').describe(
    'TURN servers for browsers, comma-separated, such as turn:turn.example.com:3478?transport=udp. Those over TCP and TLS are tried when nothing else gets through.',
  ),
  TURN_SECRET: z
    .string()
    .min(16)
    .optional()
    .describe(
      'Secret that is shared with the TURN servers (`static-auth-secret` of coturn), 16 characters or more; needed with TURN_URLS.',
    ),
  MEDIA_RELAY_ONLY: z
    .stringbool()
    .default(false)
    .describe(
      'Whether browsers send media by way of TURN servers only, those of TURN_URLS or else those that LiveKit names; to prove that they work.',
    ),
  LIVEKIT_TIMEOUT_SECONDS: seconds('How long LiveKit may take for an answer.', 3),
  ROOM_CHECK_SECONDS: seconds('How often a live room is compared with the session’s log.', 2),
  MEDIA_SILENCE_SECONDS: seconds(
    'How long LiveKit may be silent before its rooms count as empty.',
    4,
  ),
  AUTH_SECRET: z
    .string()
    .min(32)
    .describe(
      'Secret that signs cookies, 32 random characters or more, the same for every replica.',
    ),
  SIGN_UP: z
    .enum(['open', 'invited'])
    .default('invited')
    .describe('Who may sign in by e-mail link: anybody, or only people who are known already.'),
  ADMIN_EMAIL: z
    .email()
    .optional()
    .describe('This address may always sign in and is administrator.'),
  AUTH_RATE_LIMIT: z
    .stringbool()
    .default(true)
    .describe('Whether attempts to sign in are limited for each address.'),
  JOBS_BACKEND: z
    .enum(['postgres', 'mongo'])
    .default('postgres')
    .describe('Where the alarm clock keeps its jobs.'),
  MONGO_URL: z
    .url({ protocol: /^mongodb(\+srv)?$/, error: 'must be a mongodb:// address' })
    .optional()
    .describe('MongoDB of the jobs; needed when JOBS_BACKEND is mongo.'),
  WAKE_UPS: z
    .enum(['local', 'postgres', 'redis'])
    .default('local')
    .describe(
      'How processes share news, and replicas their counts. For one process local is enough; with the transcriber postgres, which carries news alone; with replicas redis.',
    ),
  REDIS_URL: z
    .url({ protocol: /^rediss?$/, error: 'must be a redis:// address' })
    .optional()
    .describe('Redis of the replicas; needed when WAKE_UPS is redis.'),
  MAIL: z
    .enum(['caught', 'smtp'])
    .default('caught')
    .describe('Where mail goes: kept and shown at /dev/mail (development only), or out by SMTP.'),
  SMTP_URL: z
    .url({ protocol: /^smtps?$/, error: 'must be an smtp:// address' })
    .optional()
    .describe('Mail server; needed when MAIL is smtp.'),
  SMTP_CONNECTIONS: z.coerce
    .number()
    .int()
    .min(1)
    .max(100)
    .default(10)
    .describe('Most connections to the mail server at the same time, for each process.'),
  SMTP_TIMEOUT_SECONDS: seconds('How long the mail server may be silent.', 15),
  MAIL_FROM: z.string().default('PeerLearn <no-reply@localhost>').describe('Sender of every mail.'),
  PUSH_SUBJECT: z
    .string()
    .regex(/^(mailto:[^\s@]+@[^\s@]+|https:\/\/\S+)$/, 'must be a mailto: or https:// address')
    .optional()
    .describe(
      'Whom push services may turn to, mailto: or https://. Default: ADMIN_EMAIL, or PUBLIC_URL.',
    ),
  PUSH_ALLOW_LOCAL: z
    .stringbool()
    .default(false)
    .describe(
      'Whether push endpoints may be on this machine or its networks, and without TLS; for tests.',
    ),
  ...storageSettings.shape,
  FILES_MOST_MEGABYTES: z.coerce
    .number()
    .int()
    .min(1)
    .max(1000)
    .default(10)
    .describe('How large a shared file may be, in MB of 1024 × 1024 bytes.'),
  FILES_SESSION_MEGABYTES: z.coerce
    .number()
    .int()
    .min(1)
    .max(100_000)
    .default(500)
    .describe('How much all shared files of one session may take together, in the same MB.'),
  FILES_SILENCE_SECONDS: seconds('How long an upload may stand still before it is given up.', 30),
  ...recordingSettings,
  ...egressSettings,
  MIGRATE: z
    .stringbool()
    .default(true)
    .describe('Whether a start brings the database up to date. Replicas wait for each other.'),
  METRICS_TOKEN: z
    .string()
    .min(16)
    .optional()
    .describe(
      'What Prometheus shows as bearer token to read `/metrics`, 16 characters or more. Without it only programs on the same machine may.',
    ),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])
    .default('info')
    .describe('Least level that is logged.'),
  JOIN_WINDOW_MINUTES: minutes('How long before the start the room opens.', 15),
  NO_SHOW_MINUTES: minutes('How long after the start a missing person counts as not come.', 10),
  REJOIN_WINDOW_MINUTES: minutes('How long both may be gone before the session is over.', 2),
  OVERRUN_MINUTES: minutes('How far a session may go on after its scheduled end.', 15),
  COMPLETED_SHARE: z.coerce
    .number()
    .min(0)
    .max(1)
    .default(0.8)
    .describe('Share of the planned time that makes a session complete.'),
  BOOKINGS_PER_LEARNER: z.coerce
    .number()
    .int()
    .min(1)
    .max(1000)
    .default(10)
    .describe('How many sessions to come a learner may have with a mentor to book another one.'),
  REMINDER_MINUTES: z
    .string()
    .refine(areLeads, 'must be four whole minutes, each less than the one before, up to 14 days')
    .default('1440,60,15,1')
    .describe(
      'Minutes before a session at which its three reminders and the notice of its start go out.',
    ),
  NOTICE_RETENTION_DAYS: z.coerce
    .number()
    .int()
    .min(1)
    .max(3650)
    .default(90)
    .describe(
      'How long notices are kept in people’s lists, in days after they are of no use any more.',
    ),
  SCRIPTED_TRANSCRIPT_FOR: z
    .string()
    .default('')
    .describe(
      'E-mail addresses, comma-separated. Sessions of which both people are named get a made-up transcript, for demos and tests.',
    ),
  TRANSCRIBER: z
    .stringbool()
    .default(false)
    .describe(
      'Whether a transcriber runs beside. Where none does, and no script speaks, nobody is asked about a transcript.',
    ),
  SPEECH_ENGINE: engineSettings.shape.SPEECH_ENGINE,
  WARNING_MINUTES: z
    .string()
    .regex(/^\d+(\s*,\s*\d+)*$/, 'must be whole minutes, comma-separated')
    .default('5,1')
    .describe('Minutes of time left that are announced, comma-separated.'),
});

export type Env = z.output<typeof settings>;

/** Reads the settings from the environment. Throws `InvalidSettings` that names every fault. */
export function readEnv(environment: Source): Env {
  return readSettings(settings, environment);
}

/** The variables of this process. */
export function environment(): Source {
  return process.env;
}
