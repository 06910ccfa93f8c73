import { Observable, Subject, defer, retry, take, throwError } from 'rxjs';
import type { GraphqlDocument } from '../platform/graphql-document';
import { type Fault, GraphqlFailure, faultOf, isPassing } from '../platform/graphql-fault';

type Reply<T, V> = (variables: V) => T | Promise<T>;

/** One stream as the server sees it. */
export class FakeStream<T, V> {
  private readonly watchers = new Set<Watcher<T, V>>();
  /** The variables of each time that somebody connected. */
  readonly asked: V[] = [];

  get isWatched(): boolean {
    return this.watchers.size > 0;
  }

  push(value: T): void {
    for (const { next } of [...this.watchers]) next(value);
  }

  /** The connection breaks and comes back: the variables are asked for again. */
  reconnect(): void {
    for (const { variables } of this.watchers) this.asked.push(variables());
  }

  fail(fault: Fault): void {
    for (const { error } of [...this.watchers]) error(new GraphqlFailure(fault, null));
  }

  watch(watcher: Watcher<T, V>): () => void {
    this.asked.push(watcher.variables());
    this.watchers.add(watcher);
    return () => {
      this.watchers.delete(watcher);
    };
  }
}

interface Watcher<T, V> {
  readonly variables: () => V;
  readonly next: (value: T) => void;
  readonly error: (error: unknown) => void;
}

/** The API of a test: answers what it was told to, and remembers what it was asked. */
export class FakeGraphql {
  private readonly replies = new Map<unknown, Reply<unknown, unknown>>();
  private readonly streams = new Map<unknown, FakeStream<unknown, unknown>>();
  private readonly asked: { readonly document: unknown; readonly variables: unknown }[] = [];
  private readonly worthwhile = new Subject<void>();
  readonly lastWords: unknown[] = [];
  readonly signedOut = new Subject<void>();

  /** From now on `document` is answered like this. */
  answer<T, V>(document: GraphqlDocument<T, V>, reply: Reply<T, V>): void {
    this.replies.set(document, reply as Reply<unknown, unknown>);
  }

  /** From now on `document` gets no answer, for this reason. */
  refuse(document: string, fault: Fault): void {
    this.replies.set(document, () => {
      throw new GraphqlFailure(fault, null);
    });
  }

  /** The variables of all operations of `document` so far. */
  calls<T, V>(document: GraphqlDocument<T, V>): readonly V[] {
    return this.asked
      .filter((call) => call.document === document)
      .map(({ variables }) => variables as V);
  }

  stream<T, V>(document: GraphqlDocument<T, V>): FakeStream<T, V> {
    const known = this.streams.get(document) ?? new FakeStream<unknown, unknown>();
    this.streams.set(document, known);
    return known as FakeStream<T, V>;
  }

  /** What waits for a better moment asks again now. */
  askAgain(): void {
    this.worthwhile.next();
  }

  async query<T, V>(document: GraphqlDocument<T, V>, variables: V): Promise<T> {
    this.asked.push({ document, variables });
    const reply = this.replies.get(document);
    if (!reply) throw new GraphqlFailure('unreachable', null);
    return (await reply(variables)) as T;
  }

  mutate<T, V>(document: GraphqlDocument<T, V>, variables: V): Promise<T> {
    return this.query(document, variables);
  }

  ask<T, V>(
    document: GraphqlDocument<T, V>,
    variables: V,
    tell: (fault: Fault) => void,
  ): Observable<T> {
    return defer(() => this.query(document, variables)).pipe(
      retry({
        delay: (error: unknown) => {
          const fault = faultOf(error);
          tell(fault);
          return isPassing(fault) ? this.worthwhile.pipe(take(1)) : throwError(() => error);
        },
      }),
    );
  }

  follow<T, V>(document: GraphqlDocument<T, V>, variables: () => V): Observable<T> {
    return new Observable((observer) =>
      this.stream(document).watch({
        variables,
        next: (value) => {
          observer.next(value);
        },
        error: (error) => {
          observer.error(error);
        },
      }),
    );
  }

  sendLast(_document: unknown, variables: unknown): void {
    this.lastWords.push(variables);
  }
}
