import { DestroyRef, Service, inject } from '@angular/core';
import { NoCache } from './no-cache';
import { type ApolloClient, ApolloLink, type OperationVariables } from '@apollo/client/core';
import { HttpLink } from '@apollo/client/link/http';
import { GraphQLWsLink } from '@apollo/client/link/subscriptions';
import { Apollo, type TypedDocumentNode, provideApollo } from 'apollo-angular';
import { OperationTypeNode, print } from 'graphql';
import {
  type Observable,
  Subject,
  catchError,
  defer,
  firstValueFrom,
  map,
  merge,
  repeat,
  retry,
  take,
  throwError,
  timeout,
  timer,
} from 'rxjs';
import { backOffMs } from './back-off';
import { type Fault, GraphqlFailure, faultOf, isPassing } from './graphql-fault';
import { randomShare } from './ids';
import { PageLife } from './page-life';
import { SocketHealth } from './socket-health';

const path = '/graphql';
const answerMs = 15_000;
const socketAnswerMs = 4000;
const bySocket = 'bySocket';
const backOff = { firstMs: 400, mostMs: 10_000 };

/** Questions, commands and streams to the API. Stores keep what they learn; nothing is cached here. */
@Service()
export class GraphqlClient {
  private readonly apollo = inject(Apollo);
  private readonly health = inject(SocketHealth);
  private readonly page = inject(PageLife);
  private readonly goodbyes = new Subject<void>();

  /** The server answered that nobody is signed in (any more). */
  readonly signedOut = this.goodbyes.asObservable();

  constructor() {
    const listening = this.health.refused.subscribe(this.goodbyes);
    inject(DestroyRef).onDestroy(() => {
      listening.unsubscribe();
    });
  }

  async query<T, V extends OperationVariables>(
    query: TypedDocumentNode<T, V>,
    variables: V,
  ): Promise<T> {
    return this.answer(this.apollo.query<T, OperationVariables>({ query, variables }));
  }

  /**
   * A command. One that is `repeatable`, because the server does it once however often it comes, takes
   * the socket while that is open, which is quicker; without an answer from there it goes over HTTP.
   */
  async mutate<T, V extends OperationVariables>(
    mutation: TypedDocumentNode<T, V>,
    variables: V,
    kind: 'once' | 'repeatable' = 'once',
  ): Promise<T> {
    const command = { mutation, variables };
    const overHttp = defer(() => this.apollo.mutate<T, OperationVariables>(command));
    if (kind === 'once' || !this.health.isConnected()) return this.answer(overHttp);
    const overSocket = this.apollo
      .mutate<T, OperationVariables>({ ...command, context: { [bySocket]: true } })
      .pipe(
        timeout({ first: socketAnswerMs }),
        catchError((error: unknown) =>
          faultOf(error) === 'unreachable' ? overHttp : throwError(() => error),
        ),
      );
    return this.answer(overSocket);
  }

  /** Asks until there is an answer; each failure on the way is told. Fails where asking is of no use. */
  ask<T, V extends OperationVariables>(
    query: TypedDocumentNode<T, V>,
    variables: V,
    tell: (fault: Fault) => void,
  ): Observable<T> {
    return defer(() => this.query(query, variables)).pipe(
      retry({
        delay: (error: GraphqlFailure, count) => {
          tell(error.fault);
          return isPassing(error.fault) ? this.untilWorthwhile(count) : throwError(() => error);
        },
      }),
    );
  }

  /**
   * A stream that goes on for ever. It asks for its variables again before each attempt, so that a
   * resumed stream starts at the newest cursor. It fails only where trying again is of no use.
   */
  follow<T, V extends OperationVariables>(
    query: TypedDocumentNode<T, V>,
    variables: () => V,
  ): Observable<T> {
    return defer(() =>
      this.apollo.subscribe<T, OperationVariables>({ query, variables: variables() }),
    ).pipe(
      map((result) => this.unwrap(result)),
      catchError((error: unknown) => throwError(() => this.failure(error))),
      repeat({ delay: (count) => this.untilWorthwhile(count) }),
      retry({
        resetOnSuccess: true,
        delay: (error: GraphqlFailure, count) =>
          isPassing(error.fault) ? this.untilWorthwhile(count) : throwError(() => error),
      }),
    );
  }

  /** A command sent while the page goes away: nobody will read its answer. */
  sendLast<T, V extends OperationVariables>(mutation: TypedDocumentNode<T, V>, variables: V): void {
    const body = JSON.stringify({ query: print(mutation), variables });
    navigator.sendBeacon(path, new Blob([body], { type: 'application/json' }));
  }

  private async answer<T>(
    result: Observable<{ readonly data?: T | null | undefined; readonly error?: unknown }>,
  ): Promise<T> {
    try {
      return this.unwrap(await firstValueFrom(result));
    } catch (error) {
      throw this.failure(error);
    }
  }

  private unwrap<T>(result: { readonly data?: T | null | undefined; readonly error?: unknown }): T {
    if (result.error === undefined && result.data) return result.data;
    throw this.failure(result.error);
  }

  private failure(error: unknown): GraphqlFailure {
    if (error instanceof GraphqlFailure) return error;
    const fault = faultOf(error);
    if (fault === 'signed-out') this.goodbyes.next();
    return new GraphqlFailure(fault, error);
  }

  private untilWorthwhile(attempt: number): Observable<unknown> {
    const waited = timer(backOffMs(backOff, attempt, randomShare()));
    const { connected, retries } = this.health;
    return merge(waited, connected, retries, this.page.returns).pipe(take(1));
  }
}

/** Apollo over HTTP, and over one WebSocket for subscriptions, on our own origin. */
export function provideGraphql() {
  return provideApollo(createApolloOptions);
}

function createApolloOptions(): ApolloClient.Options {
  const socketUrl = `${location.origin.replace(/^http/, 'ws')}${path}`;
  const socket = new GraphQLWsLink(inject(SocketHealth).createClient(socketUrl));
  const http = new HttpLink({ uri: path, credentials: 'same-origin', fetch: fetchInTime });
  const link = ApolloLink.split(
    ({ operationType, getContext }) =>
      operationType === OperationTypeNode.SUBSCRIPTION || getContext()[bySocket] === true,
    socket,
    http,
  );
  return {
    link,
    cache: new NoCache(),
    queryDeduplication: false,
    defaultOptions: {
      query: { fetchPolicy: 'no-cache' },
      mutate: { fetchPolicy: 'no-cache' },
    },
  };
}

/** A cut network leaves requests hanging for minutes; nobody waits that long. */
function fetchInTime(input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> {
  const inTime = AbortSignal.timeout(answerMs);
  const signal = init.signal ? AbortSignal.any([init.signal, inTime]) : inTime;
  return fetch(input, { ...init, signal });
}
