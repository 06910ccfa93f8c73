import { createHash } from 'node:crypto';
import { type BetterAuthOptions, betterAuth } from 'better-auth';
import { isAPIError } from 'better-auth/api';
import { magicLink } from 'better-auth/plugins';
import type { Pool } from 'pg';
import { newId } from '../../platform/ids.ts';
import type { Logger } from '../../platform/logger.ts';
import type { Mail } from '../../platform/mail/mailbox.ts';
import { type SignInRules, maySignIn } from '../policy.ts';
import type { PersonStore } from '../store/person-store.ts';
import { endReplacedSignIn } from './replaced-sign-in.ts';
import { confirmAddressMail, newPasswordMail, signInMail } from './sign-in-mail.ts';

export interface SignInOptions extends SignInRules {
  /** Where browsers reach us, without a slash at the end. */
  readonly publicUrl: string;
  readonly secret: string;
  readonly isRateLimited: boolean;
  /** Connections whose `search_path` is the schema `auth`. */
  readonly pool: Pool;
  readonly people: PersonStore;
  /** Takes a mail without making anybody wait, so that the time of an answer tells nothing. */
  readonly post: (mail: Mail) => void;
  /** Hears whose sign-in has ended. */
  readonly onSignedOut: (personId: string) => void;
  readonly logger: Logger;
}

/** The header in which our own HTTP layer names the client's address; from outside it is overwritten. */
export const addressHeader = 'x-peerlearn-address';
export const authPath = '/auth';

const daySeconds = 24 * 3600;
const linkSeconds = 15 * 60;

export type SignInLibrary = ReturnType<typeof createSignIn>;

/** better-auth as we use it: sign-in by e-mail link and by password, its tables in schema `auth`. */
export function createSignIn(options: SignInOptions) {
  return betterAuth({
    ...base(options),
    emailAndPassword: {
      enabled: true,
      disableSignUp: options.signUp !== 'open',
      requireEmailVerification: true,
      minPasswordLength: 10,
      revokeSessionsOnPasswordReset: true,
      sendResetPassword: ({ user, url }) => {
        options.post(newPasswordMail(user.email, url));
        return Promise.resolve();
      },
    },
    emailVerification: {
      autoSignInAfterVerification: true,
      sendVerificationEmail: ({ user, url }) => {
        options.post(confirmAddressMail(user.email, url));
        return Promise.resolve();
      },
    },
    plugins: [
      magicLink({
        expiresIn: linkSeconds,
        storeToken: { type: 'custom-hasher', hash: (token) => Promise.resolve(hashToken(token)) },
        sendMagicLink: async ({ email, url }) => {
          const isKnown = (await options.people.byEmail(email)) !== null;
          if (maySignIn(options, isKnown)) options.post(signInMail(email, url));
        },
      }),
    ],
  });
}

/** What is kept of a link's token: nobody who reads the table can sign in with it. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}

function base(options: SignInOptions) {
  return {
    appName: 'PeerLearn',
    baseURL: options.publicUrl,
    basePath: authPath,
    secret: options.secret,
    database: options.pool,
    trustedOrigins: [options.publicUrl],
    session: { expiresIn: 30 * daySeconds, updateAge: daySeconds },
    rateLimit: { enabled: options.isRateLimited, storage: 'database', window: 60, max: 60 },
    advanced: {
      cookiePrefix: 'peerlearn',
      useSecureCookies: options.publicUrl.startsWith('https:'),
      // Its own `uuid` refuses the version 7 that people have.
      // It would look at the tables once, before the first start has made them, and refuse for ever.
      database: { generateId: () => newId(), validateSchema: false },
      ipAddress: { ipAddressHeaders: [addressHeader] },
    },
    hooks: { after: endReplacedSignIn },
    databaseHooks: {
      session: {
        delete: {
          after: ({ userId }) => {
            options.onSignedOut(userId);
            return Promise.resolve();
          },
        },
      },
      user: {
        create: {
          before: (user) => accountOf(options, user),
        },
      },
    },
    logger: { level: 'warn', log: logTo(options.logger) },
    onAPIError: {
      errorURL: '/sign-in',
      onError: (error) => {
        logFailure(options.logger, error);
      },
    },
    telemetry: { enabled: false },
  } satisfies BetterAuthOptions;
}

/** An account is always that of a person, made in the same moment where there is none yet. */
async function accountOf(
  { people, signUp }: SignInOptions,
  user: { readonly email: string; readonly name: string },
) {
  const known = await people.byEmail(user.email);
  if (!maySignIn({ signUp }, known !== null)) return false;
  const { email, name } = user;
  const person = known ?? (await people.add({ email, displayName: name, roles: ['LEARNER'] }));
  return { data: { id: person.id, name: person.displayName, email: person.email } };
}

/** What it calls errors are refusals too; a fault of ours comes to `onError` besides. */
function logTo(logger: Logger) {
  const levels = {
    debug: 'debug',
    info: 'info',
    success: 'info',
    warn: 'warn',
    error: 'warn',
  } as const;
  return (level: keyof typeof levels, message: string) => {
    logger[levels[level]]({ detail: message }, 'sign-in library');
  };
}

/** A refusal is the asker's matter; everything else is ours. */
function logFailure(logger: Logger, error: unknown): void {
  if (isAPIError(error) && error.statusCode < 500) {
    logger.debug({ detail: error.message }, 'sign-in refused');
  } else {
    logger.error({ err: error }, 'sign-in failed');
  }
}
