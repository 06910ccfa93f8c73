import { type Client, createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import type { Account, Stack } from '../e2e/support/stack.ts';

interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly { readonly message: string }[];
}

/** One person as an integrator's program is: plain HTTP and a graphql-ws socket. */
export class ApiClient {
  private readonly url: string;
  private readonly cookie: string;

  private constructor(url: string, cookie: string) {
    this.url = url;
    this.cookie = cookie;
  }

  static async signIn(stack: Stack, { email, password }: Account): Promise<ApiClient> {
    const response = await fetch(`${stack.url}/auth/sign-in/email`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: stack.url },
      body: JSON.stringify({ email, password }),
    });
    if (!response.ok) throw new Error(`could not sign in: ${String(response.status)}`);
    const cookies = response.headers.getSetCookie().map((cookie) => cookie.split(';')[0]);
    return new ApiClient(stack.url, cookies.join('; '));
  }

  async ask<Data>(query: string, variables: object = {}): Promise<Data> {
    const response = await fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: this.url, cookie: this.cookie },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = (await response.json()) as Answer;
    if (errors) throw new Error(errors.map(({ message }) => message).join('; '));
    return data as Data;
  }

  /** Opens a socket; subscribe with it, and dispose of it. */
  socket(): Client {
    const { cookie, url } = this;
    return createClient({
      url: `${url.replace(/^http/, 'ws')}/graphql`,
      lazy: false,
      webSocketImpl: class extends WebSocket {
        constructor(address: string, protocols: string[]) {
          super(address, protocols, { headers: { cookie, origin: url } });
        }
      },
    });
  }
}

/** Plans a session of the stack's two people that can be joined at once; the last one is ended. */
export async function planSession(mentor: ApiClient, stack: Stack, minutes = 0): Promise<string> {
  const { courses } = await mentor.ask<{ courses: { id: string }[] }>('{ courses { id } }');
  const startsAt = Date.now() + minutes * 60_000;
  const input = {
    courseId: courses[0]?.id,
    learnerId: stack.learner.id,
    title: 'Fractions',
    startsAt: new Date(startsAt).toISOString(),
    endsAt: new Date(startsAt + 30 * 60_000).toISOString(),
    topics: ['Halves', 'Thirds'],
  };
  const { scheduleSession } = await mentor.ask<{ scheduleSession: { id?: string } }>(
    `mutation ($input: ScheduleSessionInput!) {
      scheduleSession(input: $input) { ... on Session { id } ... on Problem { message } } }`,
    { input },
  );
  if (!scheduleSession.id) throw new Error(JSON.stringify(scheduleSession));
  return scheduleSession.id;
}
