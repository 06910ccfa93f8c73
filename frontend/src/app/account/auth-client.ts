import { Service } from '@angular/core';

export type AuthAnswer = 'done' | 'refused' | 'too-many' | 'unreachable';

const farewellMs = 3000;

/** Signing in and out: plain requests to `/auth`, which sets and clears the cookie of the session. */
@Service()
export class AuthClient {
  private readonly farewells: (() => Promise<unknown>)[] = [];

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

  /** Adds what is to be done while the person is still signed in; it holds nobody up for long. */
  beforeSignOut(farewell: () => Promise<unknown>): void {
    this.farewells.push(farewell);
  }

  async signOut(): Promise<AuthAnswer> {
    await this.sayFarewell();
    return this.post('/auth/sign-out', {});
  }

  private async sayFarewell(): Promise<void> {
    const done = Promise.allSettled(this.farewells.map((farewell) => farewell()));
    const late = Promise.withResolvers<void>();
    const timer = setTimeout(late.resolve, farewellMs);
    await Promise.race([done, late.promise]);
    clearTimeout(timer);
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
