import { firstValueFrom, from, race, timer } from 'rxjs';
import { map } from 'rxjs/operators';
import type { ServerClock } from '../platform/server-clock';
import type { Call, MediaLibrary } from './call';
import type { MediaGateway, Place } from './media-gateway';

const freshMs = 60_000;
/** How long who has pressed waits for a connection that is still being made; then the usual way is gone. */
const patienceMs = 1500;

/** A call in which one is, and until when the session goes on at most. */
export interface Entered {
  readonly call: Call;
  readonly validUntil: number;
}

interface Held extends Entered {
  readonly place: Place;
  /** Whether the connection stands. */
  readonly stands: Promise<boolean>;
}

/**
 * Holds a connection for the page of somebody who has not joined yet, so that joining is a matter of a
 * moment. Nobody sees it, and it sends and receives nothing. Where it fails nothing is lost: there is the usual way.
 */
export class Doorway {
  private held: Promise<Held | null> | null = null;

  constructor(
    private readonly library: MediaLibrary,
    private readonly gateway: MediaGateway,
    private readonly clock: ServerClock,
  ) {}

  /** Connects, where it does not already. */
  async wait(place: Place): Promise<void> {
    if (this.held) return;
    const held = this.connect(place);
    this.held = held;
    const result = await held;
    if (!result && this.held === held) this.held = null;
  }

  /** Goes in from where one waits; `null` where one does not, or cannot. */
  async enter(place: Place): Promise<Entered | null> {
    const promise = this.held;
    this.held = null;
    const held = await inTime(promise ?? Promise.resolve(null), null);
    if (!held) {
      void promise?.then((late) => late?.call.leave());
      return null;
    }
    if (await this.isLetIn(held, place)) return held;
    await held.call.leave();
    return null;
  }

  /** Nobody waits here any more. */
  forget(): void {
    void this.held?.then((held) => held?.call.leave());
    this.held = null;
  }

  private async connect(place: Place): Promise<Held | null> {
    const entry = await this.gateway.waitToJoin(place);
    if (entry.kind !== 'access') return null;
    const call = await this.library.createCall().catch(() => null);
    if (!call) return null;
    const stands = call.wait(entry.access).then(
      () => true,
      () => false,
    );
    return { place, call, validUntil: entry.validUntil, stands };
  }

  private async isLetIn(
    { place, call, validUntil, stands }: Held,
    wanted: Place,
  ): Promise<boolean> {
    if (place.connectionId !== wanted.connectionId) return false;
    if (validUntil <= this.clock.now() + freshMs) return false;
    if (!(await inTime(stands, false)) || call.view().link === 'ended') return false;
    const admitted = call.admitted().then(
      () => true,
      () => false,
    );
    const taken = this.gateway.enterRoom(place);
    // The media server may tell it before the API does; where the API says no, it will not.
    return (await Promise.race([admitted, taken])) && (await admitted);
  }
}

async function inTime<T, L>(value: Promise<T>, late: L): Promise<T | L> {
  return await firstValueFrom(race(from(value), timer(patienceMs).pipe(map(() => late))));
}
