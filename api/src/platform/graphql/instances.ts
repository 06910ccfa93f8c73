import { AbortableStream } from '../streams/abortable-stream.ts';

export type ResolverClass<R extends object = object> = new (...args: never[]) => R;

/** The resolvers of the running program by their class; all the dependency injection that is needed. */
export class Instances {
  private readonly byClass: ReadonlyMap<unknown, object>;

  constructor(resolvers: readonly object[]) {
    this.byClass = new Map(resolvers.map((resolver) => [resolver.constructor, resolver]));
  }

  get<R extends object>(type: ResolverClass<R>): R {
    const instance = this.byClass.get(type);
    if (!(instance instanceof type)) throw new Error(`no instance of ${type.name} was composed`);
    return instance;
  }
}

/** What this layer needs of the context of a request or socket. */
export interface ResolverContext {
  readonly instances: Instances;
}

interface Subscribed<A, C> {
  readonly args: A;
  readonly context: C;
}

/**
 * The `subscribe` option of a subscription, answered by a method of the resolver's own instance.
 * `open` authorises first; its stream must end with the signal, which comes when the client leaves.
 */
export function streamFrom<R extends object, A, C extends ResolverContext>(
  resolver: () => ResolverClass<R>,
  open: (
    resolver: R,
    asked: Subscribed<A, C>,
    signal: AbortSignal,
  ) => AsyncIterable<unknown> | Promise<AsyncIterable<unknown>>,
): (data: { args: unknown; context: unknown }) => Promise<AsyncIterable<unknown>> {
  return (data) => {
    // type-graphql types both as `any`; the resolver states what its own arguments and context are.
    const asked = data as Subscribed<A, C>;
    const instance = asked.context.instances.get(resolver());
    return AbortableStream.open((signal) => open(instance, asked, signal));
  };
}
