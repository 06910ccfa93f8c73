import { Resolver, Root, Subscription } from 'type-graphql';
import { signedIn, type RequestContext } from '../../accounts/request-context.ts';
import type { Clock } from '../../platform/clock.ts';
import { streamFrom } from '../../platform/graphql/instances.ts';
import type { WakeUps } from '../../platform/streams/wake-ups.ts';
import type { SessionReader } from '../store/session-reader.ts';
import { SessionType } from './session-type.ts';

export interface MySessionsOptions {
  readonly reader: SessionReader;
  readonly wakeUps: WakeUps;
  readonly clock: Clock;
}

/** Changes that were stored so shortly before the last look may not have been visible to it. */
const overlapMs = 5000;

@Resolver()
export class MySessionsResolver {
  constructor(private readonly options: MySessionsOptions) {}

  @Subscription(() => SessionType, {
    description:
      'Each of the viewer’s sessions whenever its phase, its clock or somebody’s readiness changes, as it stands then.',
    subscribe: streamFrom(
      () => MySessionsResolver,
      (resolver, { context }: { context: RequestContext }, signal) =>
        resolver.changes(signedIn(context).personId, signal),
    ),
  })
  mySessionsChanged(@Root() session: SessionType): SessionType {
    return session;
  }

  private async *changes(personId: string, signal: AbortSignal): AsyncGenerator<SessionType> {
    const { wakeUps, clock } = this.options;
    const hints = wakeUps.listen(`person:${personId}`, signal)[Symbol.asyncIterator]();
    const told = new Map<string, number>();
    let since = clock.now();
    do {
      const lookedAt = clock.now();
      yield* this.news(personId, since - overlapMs, told);
      since = lookedAt;
    } while (!(await hints.next()).done);
  }

  /** What has changed since then and was not told as it is now. */
  private async *news(
    personId: string,
    since: number,
    told: Map<string, number>,
  ): AsyncGenerator<SessionType> {
    for (const snapshot of await this.options.reader.changedSince(personId, since)) {
      if (told.get(snapshot.id) === snapshot.lastSeq) continue;
      told.set(snapshot.id, snapshot.lastSeq);
      yield new SessionType(snapshot, personId);
    }
  }
}
