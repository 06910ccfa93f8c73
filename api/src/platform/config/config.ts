import type { DatabaseOptions } from '../database/database.ts';
import { type EgressConfig, egressOf } from './egress-env.ts';
import type { Env } from './env.ts';
import { type RecordingConfig, recordingOf } from './recording-env.ts';
import { engineWords } from './speech-env.ts';
import { split } from './split.ts';
import { type StorageConfig, storageConfig } from './storage-env.ts';

/** The settings as the program uses them, grouped by the part that they are for. */
export interface Config {
  readonly http: {
    readonly host: string;
    readonly port: number;
    /** Where browsers reach us, without a slash at the end. */
    readonly publicUrl: string;
    readonly webRoot: string | null;
    readonly trustedProxies: readonly string[];
    readonly mostUnknownSockets: number;
    readonly mostMutations: number;
  };
  readonly database: Pick<DatabaseOptions, 'url' | 'poolSize' | 'silenceMs'>;
  readonly auth: {
    readonly secret: string;
    readonly signUp: 'open' | 'invited';
    readonly adminEmail: string | null;
    readonly isRateLimited: boolean;
  };
  readonly media: {
    readonly url: string;
    readonly publicUrl: string;
    readonly apiKey: string;
    readonly apiSecret: string;
    readonly timeoutMs: number;
    readonly ice: {
      readonly stunUrls: readonly string[];
      readonly turnUrls: readonly string[];
      readonly turnSecret: string | null;
      readonly isRelayOnly: boolean;
    };
  };
  readonly presence: { readonly reconcileMs: number; readonly silenceMs: number };
  readonly jobs: { readonly backend: 'postgres' | 'mongo'; readonly mongoUrl: string | null };
  readonly wakeUps: {
    readonly kind: 'local' | 'postgres' | 'redis';
    readonly redisUrl: string | null;
  };
  readonly mail: {
    readonly kind: 'caught' | 'smtp';
    readonly smtpUrl: string | null;
    readonly from: string;
    readonly connections: number;
    readonly timeoutMs: number;
  };
  readonly scheduling: { readonly mostBookings: number };
  /** Addresses of the people in whose sessions a script seems to speak. */
  readonly transcript: { readonly scriptedFor: readonly string[] };
  /** What can be done here of what both have to agree to. */
  readonly offers: { readonly TRANSCRIPT: boolean; readonly RECORDING: boolean };
  /** Who writes down what is said, in words for those who are to agree. */
  readonly speechEngine: string;
  /** How long before a start each reminder is due, by the kinds of notices. */
  readonly reminders: {
    readonly REMINDER_DAY: number;
    readonly REMINDER_HOUR: number;
    readonly REMINDER_QUARTER: number;
    readonly STARTING: number;
  };
  readonly notices: { readonly keptDays: number };
  readonly push: { readonly subject: string; readonly isLocalAllowed: boolean };
  /** The numbers of the product, in the shape of the sessions' rules. */
  readonly sessions: {
    readonly joinWindowMs: number;
    readonly noShowAfterMs: number;
    readonly rejoinWindowMs: number;
    readonly overrunMs: number;
    readonly completedShare: number;
    /** Time left that is announced, the longest first. */
    readonly warningsMs: readonly number[];
  };
  readonly storage: StorageConfig;
  readonly files: {
    readonly mostBytes: number;
    readonly mostSessionBytes: number;
    readonly silenceMs: number;
  };
  readonly recording: RecordingConfig;
  readonly egress: EgressConfig;
  readonly metrics: { readonly token: string | null };
  readonly isMigrating: boolean;
  readonly logLevel: Env['LOG_LEVEL'];
}

const minuteMs = 60_000;
const megabyte = 1024 * 1024;

export function configFrom(env: Env): Config {
  return {
    http: httpOf(env),
    database: databaseOf(env),
    auth: {
      secret: env.AUTH_SECRET,
      signUp: env.SIGN_UP,
      adminEmail: env.ADMIN_EMAIL?.toLowerCase() ?? null,
      isRateLimited: env.AUTH_RATE_LIMIT,
    },
    media: {
      url: env.LIVEKIT_URL,
      publicUrl: env.LIVEKIT_PUBLIC_URL ?? env.LIVEKIT_URL,
      apiKey: env.LIVEKIT_API_KEY,
      apiSecret: env.LIVEKIT_API_SECRET,
      timeoutMs: env.LIVEKIT_TIMEOUT_SECONDS * 1000,
      ice: iceOf(env),
    },
    presence: {
      reconcileMs: env.ROOM_CHECK_SECONDS * 1000,
      silenceMs: env.MEDIA_SILENCE_SECONDS * 1000,
    },
    jobs: { backend: env.JOBS_BACKEND, mongoUrl: env.MONGO_URL ?? null },
    wakeUps: { kind: env.WAKE_UPS, redisUrl: redisOf(env) },
    push: { subject: pushSubject(env), isLocalAllowed: env.PUSH_ALLOW_LOCAL },
    mail: {
      kind: env.MAIL,
      smtpUrl: env.SMTP_URL ?? null,
      from: env.MAIL_FROM,
      connections: env.SMTP_CONNECTIONS,
      timeoutMs: env.SMTP_TIMEOUT_SECONDS * 1000,
    },
    notices: { keptDays: env.NOTICE_RETENTION_DAYS },
    reminders: reminderLeads(env.REMINDER_MINUTES),
    sessions: sessionRules(env),
    scheduling: { mostBookings: env.BOOKINGS_PER_LEARNER },
    storage: storageConfig(env),
    files: filesOf(env),
    recording: recordingOf(env),
    egress: egressOf(env, httpOf(env).publicUrl),
    transcript: { scriptedFor: split(env.SCRIPTED_TRANSCRIPT_FOR.toLowerCase()) },
    offers: offersOf(env),
    speechEngine: isScripted(env) ? 'a made-up script' : engineWords(env.SPEECH_ENGINE),
    metrics: { token: env.METRICS_TOKEN ?? null },
    isMigrating: env.MIGRATE,
    logLevel: env.LOG_LEVEL,
  };
}

function filesOf(env: Env): Config['files'] {
  return {
    mostBytes: env.FILES_MOST_MEGABYTES * megabyte,
    mostSessionBytes: env.FILES_SESSION_MEGABYTES * megabyte,
    silenceMs: env.FILES_SILENCE_SECONDS * 1000,
  };
}

function offersOf(env: Env): Config['offers'] {
  return { TRANSCRIPT: env.TRANSCRIBER || isScripted(env), RECORDING: env.RECORDING !== 'off' };
}

function isScripted(env: Env): boolean {
  return split(env.SCRIPTED_TRANSCRIPT_FOR).length > 0;
}

function databaseOf(env: Env): Config['database'] {
  const silenceMs = env.DATABASE_TIMEOUT_SECONDS * 1000;
  return { url: env.DATABASE_URL, poolSize: env.DATABASE_POOL, silenceMs };
}

/** Its address may be given and yet not be used. */
function redisOf({ WAKE_UPS, REDIS_URL }: Env): string | null {
  return WAKE_UPS === 'redis' ? (REDIS_URL ?? null) : null;
}

function httpOf(env: Env): Config['http'] {
  return {
    host: env.HOST,
    port: env.PORT,
    publicUrl: (env.PUBLIC_URL ?? `http://localhost:${String(env.PORT)}`).replace(/\/+$/, ''),
    webRoot: env.WEB_ROOT ?? null,
    trustedProxies: split(env.TRUSTED_PROXIES),
    mostUnknownSockets: env.UNKNOWN_SOCKETS_PER_ADDRESS,
    mostMutations: env.MUTATIONS_PER_MINUTE,
  };
}

function sessionRules(env: Env): Config['sessions'] {
  return {
    joinWindowMs: env.JOIN_WINDOW_MINUTES * minuteMs,
    noShowAfterMs: env.NO_SHOW_MINUTES * minuteMs,
    rejoinWindowMs: env.REJOIN_WINDOW_MINUTES * minuteMs,
    overrunMs: env.OVERRUN_MINUTES * minuteMs,
    completedShare: env.COMPLETED_SHARE,
    warningsMs: split(env.WARNING_MINUTES)
      .map((minutes) => Number(minutes) * minuteMs)
      .sort((a, b) => b - a),
  };
}

/** Push services want an address of ours; Apple's takes none at localhost. */
function pushSubject(env: Env): string {
  if (env.PUSH_SUBJECT !== undefined) return env.PUSH_SUBJECT;
  if (env.ADMIN_EMAIL !== undefined) return `mailto:${env.ADMIN_EMAIL}`;
  if (env.PUBLIC_URL?.startsWith('https:') === true) return env.PUBLIC_URL;
  return 'mailto:operator@peerlearn.invalid';
}

function iceOf(env: Env): Config['media']['ice'] {
  return {
    stunUrls: split(env.STUN_URLS),
    turnUrls: split(env.TURN_URLS),
    turnSecret: env.TURN_SECRET ?? null,
    isRelayOnly: env.MEDIA_RELAY_ONLY,
  };
}

/** Four numbers, which the check of the settings has made sure of. */
function reminderLeads(minutes: string): Config['reminders'] {
  const [day = 0, hour = 0, quarter = 0, start = 0] = split(minutes).map(
    (number) => Number(number) * minuteMs,
  );
  return { REMINDER_DAY: day, REMINDER_HOUR: hour, REMINDER_QUARTER: quarter, STARTING: start };
}
