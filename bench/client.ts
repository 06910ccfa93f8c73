import { type Client, createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import type { Account, Stack } from '../e2e/support/stack.ts';

interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly { readonly message: string }[];
}

interface Followed<Data> {
  readonly query: string;
  readonly variables: object;
  readonly next: (data: Data) => void;
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

  /** Asks over an open socket. */
  async askBy<Data>(socket: Client, query: string, variables: object): Promise<Data> {
    for await (const { data, errors } of socket.iterate<Data>({
      query,
      variables: { ...variables },
    })) {
      if (errors) throw new Error(JSON.stringify(errors));
      if (data) return data;
    }
    throw new Error('there was no answer');
  }

  /** Listens until what this gives is called. */
  follow<Data>(socket: Client, { query, variables, next }: Followed<Data>): () => void {
    return socket.subscribe<Data>(
      { query, variables: { ...variables } },
      {
        next: ({ data, errors }) => {
          if (errors) throw new Error(JSON.stringify(errors));
          if (data) next(data);
        },
        error: (error) => {
          throw new Error('a subscription failed', { cause: error });
        },
        complete: () => undefined,
      },
    );
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

/** Frees the time of the two for what is measured next. */
export async function endSession(mentor: ApiClient, sessionId: string): Promise<void> {
  const { endSession: ended } = await mentor.ask<{ endSession: { id?: string } }>(
    `mutation ($input: EndSessionInput!) { endSession(input: $input) { ... on Session { id } } }`,
    { input: { sessionId } },
  );
  if (ended.id) return;
  // It has not begun; nobody may cancel as often as sessions are measured.
  await mentor.ask(
    `mutation ($input: CancelSessionInput!) { cancelSession(input: $input) { __typename } }`,
    { input: { sessionId, reason: 'measured' } },
  );
}

/** Plans a session of the stack's two people that can be joined at once; the last one is ended. */
export async function planSession(
  mentor: ApiClient,
  { learner }: Pick<Stack, 'learner'>,
  minutes = 0,
): Promise<string> {
  const { courses } = await mentor.ask<{ courses: { id: string }[] }>('{ courses { id } }');
  const startsAt = Date.now() + minutes * 60_000;
  const input = {
    courseId: courses[0]?.id,
    learnerId: learner.id,
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
