import { Service, inject } from '@angular/core';
import type { Client } from 'graphql-ws';
import { Observable, defer } from 'rxjs';
import { type GraphqlErrorReport, GraphqlErrors, HttpRefusal } from './graphql-fault';
import { SocketHealth } from './socket-health';

export const graphqlPath = '/graphql';
const answerMs = 15_000;

/** What the server has to say to an operation: what was asked for, or why not. */
interface GraphqlAnswer {
  readonly data?: unknown;
  readonly errors?: readonly GraphqlErrorReport[] | undefined;
}

/**
 * Operations on the wire of our own origin: one request over HTTP, or by the one WebSocket. The
 * protocols are GraphQL over HTTP and graphql-transport-ws.
 */
@Service()
export class GraphqlWire {
  private readonly health = inject(SocketHealth);
  private client: Client | null = null;

  /** Asked anew for each subscriber. Fails with `HttpRefusal` where there is no answer of GraphQL's. */
  post(query: string, variables: object): Observable<unknown> {
    return defer(() => this.ask(query, variables));
  }

  /** Each result of a stream, or the one of another operation. Fails when the socket closes. */
  stream(query: string, variables: object): Observable<unknown> {
    return new Observable((observer) =>
      this.socket().subscribe(
        { query, variables: { ...variables } },
        {
          next: (answer) => {
            try {
              observer.next(dataOf(answer));
            } catch (error) {
              observer.error(error);
            }
          },
          error: (error) => {
            observer.error(isReports(error) ? new GraphqlErrors(error) : error);
          },
          complete: () => {
            observer.complete();
          },
        },
      ),
    );
  }

  private async ask(query: string, variables: object): Promise<unknown> {
    const response = await fetch(graphqlPath, {
      method: 'POST',
      credentials: 'same-origin',
      headers: {
        accept: 'application/graphql-response+json, application/json',
        'content-type': 'application/json',
      },
      body: JSON.stringify({ query, variables }),
      // A cut network leaves requests hanging for minutes; nobody waits that long.
      signal: AbortSignal.timeout(answerMs),
    });
    const answer = await jsonOf(response);
    if (answer === null) throw new HttpRefusal(response.status);
    return dataOf(answer);
  }

  private socket(): Client {
    const origin = location.origin.replace(/^http/, 'ws');
    this.client ??= this.health.createClient(`${origin}${graphqlPath}`);
    return this.client;
  }
}

/** Nothing where a gateway or a door-keeper answered in the place of the server. */
async function jsonOf(response: Response): Promise<GraphqlAnswer | null> {
  const type = response.headers.get('content-type') ?? '';
  if (!type.includes('json')) return null;
  const body: unknown = await response.json();
  return isAnswer(body) ? body : null;
}

function isAnswer(body: unknown): body is GraphqlAnswer {
  if (typeof body !== 'object' || body === null) return false;
  return 'errors' in body ? isReports(body.errors) : 'data' in body;
}

function dataOf({ data, errors }: GraphqlAnswer): unknown {
  if (errors) throw new GraphqlErrors(errors);
  return data;
}

function isReports(error: unknown): error is readonly GraphqlErrorReport[] {
  return Array.isArray(error);
}
