import { DestroyRef, Service, inject } from '@angular/core';
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
import { attemptWaitMs } from './domain/connection-policy';
import type { GraphqlDocument } from './graphql-document';
import { type Fault, GraphqlFailure, faultOf, isPassing } from './graphql-fault';
import { GraphqlWire, graphqlPath } from './graphql-wire';
import { randomShare } from './ids';
import { PageLife } from './page-life';
import { SocketHealth } from './socket-health';

const socketAnswerMs = 4000;
/** Longer than any wait for the next attempt of all. */
const anywayMs = 30_000;

/** Questions, commands and streams to the API. Stores keep what they learn; nothing is cached here. */
@Service()
export class GraphqlClient {
  private readonly wire = inject(GraphqlWire);
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

  async query<T, V extends object>(query: GraphqlDocument<T, V>, variables: V): Promise<T> {
    return this.answer(this.wire.post(query, variables));
  }

  /**
   * A command. One that is `repeatable`, because the server does it once however often it comes, takes
   * the socket while that is open, which is quicker; without an answer from there it goes over HTTP.
   */
  async mutate<T, V extends object>(
    mutation: GraphqlDocument<T, V>,
    variables: V,
    kind: 'once' | 'repeatable' = 'once',
  ): Promise<T> {
    const overHttp = this.wire.post(mutation, variables);
    if (kind === 'once' || !this.health.isConnected()) return this.answer(overHttp);
    const overSocket = this.wire.stream(mutation, variables).pipe(
      timeout({ first: socketAnswerMs }),
      catchError((error: unknown) =>
        faultOf(error) === 'unreachable' ? overHttp : throwError(() => error),
      ),
    );
    return this.answer(overSocket);
  }

  /** Asks until there is an answer; each failure on the way is told. Fails where asking is of no use. */
  ask<T, V extends object>(
    query: GraphqlDocument<T, V>,
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
  follow<T, V extends object>(query: GraphqlDocument<T, V>, variables: () => V): Observable<T> {
    return defer(() => this.wire.stream(query, variables())).pipe(
      map((data) => this.unwrap(data) as T),
      catchError((error: unknown) => throwError(() => this.failure(error))),
      repeat({ delay: (count) => this.untilItsTurn(count) }),
      retry({
        resetOnSuccess: true,
        delay: (error: GraphqlFailure, count) =>
          isPassing(error.fault) ? this.untilItsTurn(count) : throwError(() => error),
      }),
    );
  }

  /** A command sent while the page goes away: nobody will read its answer. */
  sendLast<T, V extends object>(mutation: GraphqlDocument<T, V>, variables: V): void {
    const body = JSON.stringify({ query: mutation, variables });
    navigator.sendBeacon(graphqlPath, new Blob([body], { type: 'application/json' }));
  }

  private async answer<T>(result: Observable<unknown>): Promise<T> {
    try {
      return this.unwrap(await firstValueFrom(result)) as T;
    } catch (error) {
      throw this.failure(error);
    }
  }

  /** The schema has said what it looks like; where there is nothing, there was no answer. */
  private unwrap(data: unknown): object {
    if (typeof data === 'object' && data !== null) return data;
    throw this.failure(null);
  }

  private failure(error: unknown): GraphqlFailure {
    if (error instanceof GraphqlFailure) return error;
    const fault = faultOf(error);
    if (fault === 'signed-out') this.goodbyes.next();
    return new GraphqlFailure(fault, error);
  }

  /** While the socket is down all streams try it again together. */
  private untilItsTurn(attempt: number): Observable<unknown> {
    if (!this.health.isDown()) return this.untilWorthwhile(attempt);
    return this.untilNewsOr(merge(this.health.attempts, timer(anywayMs)));
  }

  private untilWorthwhile(attempt: number): Observable<unknown> {
    return this.untilNewsOr(timer(attemptWaitMs('socket', attempt, randomShare())));
  }

  private untilNewsOr(due: Observable<unknown>): Observable<unknown> {
    const { connected, retries } = this.health;
    return merge(due, connected, retries, this.page.returns).pipe(take(1));
  }
}
