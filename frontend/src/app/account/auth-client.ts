import { Service } from '@angular/core';

export type AuthAnswer = 'done' | 'refused' | 'too-many' | 'unreachable';

const farewellMs = 3000;

/** What ends with being signed in. */
export interface Farewell {
  /** While the person is still signed in; it holds nobody up for long. */
  leave(): Promise<unknown>;
  /** The person has gone. */
  left(): Promise<unknown>;
  /** They could not go: all is to be as it was. */
  stay(): Promise<unknown>;
}

/** Signing in and out: plain requests to `/auth`, which sets and clears the cookie of the session. */
@Service()
export class AuthClient {
  private readonly farewells: Farewell[] = [];

  /** Asks for a mail with a link that signs in and comes back to `callbackURL`. */
  requestLink(email: string, callbackURL: string): Promise<AuthAnswer> {
    return this.post('/auth/sign-in/magic-link', {
      email,
      callbackURL,
      errorCallbackURL: '/sign-in',
    });
  }

  signIn(email: string, password: string): Promise<AuthAnswer> {
    return this.post('/auth/sign-in/email', { email, password });
  }

  /** Adds what is to be done before and after; what was begun is taken back if signing out fails. */
  beforeSignOut(farewell: Farewell): void {
    this.farewells.push(farewell);
  }

  async signOut(): Promise<AuthAnswer> {
    const leaving = Promise.allSettled(this.farewells.map((farewell) => farewell.leave()));
    await inTime(leaving);
    const answer = await this.post('/auth/sign-out', {});
    if (hasSignedOut(answer)) {
      await inTime(Promise.allSettled(this.farewells.map((farewell) => farewell.left())));
    } else {
      void leaving.then(() => Promise.allSettled(this.farewells.map((one) => one.stay())));
    }
    return answer;
  }

  private async post(path: string, body: object): Promise<AuthAnswer> {
    try {
      const response = await fetch(path, {
        method: 'POST',
        credentials: 'same-origin',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      return answerOf(response.status);
    } catch {
      return 'unreachable';
    }
  }
}

function answerOf(status: number): AuthAnswer {
  if (status < 300) return 'done';
  if (status === 429) return 'too-many';
  return status < 500 ? 'refused' : 'unreachable';
}

/** Whether nobody is signed in any more; who was not is refused. */
export function hasSignedOut(answer: AuthAnswer): boolean {
  return answer === 'done' || answer === 'refused';
}

async function inTime(work: Promise<unknown>): Promise<void> {
  const late = Promise.withResolvers<void>();
  const timer = setTimeout(late.resolve, farewellMs);
  await Promise.race([work, late.promise]);
  clearTimeout(timer);
}
