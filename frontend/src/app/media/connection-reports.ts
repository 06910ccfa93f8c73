import type { ServerClock } from '../platform/server-clock';
import type { Call, CallView } from './call';
import type { MediaGateway, Place } from './media-gateway';

/** A connection of ours that broke, and since when nothing came over it, where that is known. */
interface Broken {
  readonly sid: string;
  readonly silentSince: number | null;
}

/** Tells the server what becomes of the connection of a call, so that only what both had counts. */
export class ConnectionReports {
  private broken: Broken | null = null;

  constructor(
    private readonly gateway: MediaGateway,
    private readonly clock: ServerClock,
  ) {}

  /** What stood still and goes on is told when it does, whatever was seen of it. */
  listen(call: Call, place: () => Place | null): void {
    call.silences.subscribe(({ sid, forMs, endedMsAgo }) => {
      const where = place();
      const at = this.clock.now() - endedMsAgo;
      if (where)
        void this.gateway.report(where, { sid, state: 'BACK', at, silentSince: at - forMs });
    });
  }

  /** The link is so now. */
  follow(link: CallView['link'] | null, call: Call, place: Place): void {
    const isLost = link === 'reconnecting' || link === 'ended';
    if (isLost && !this.broken) this.lose(call, place);
    if (link === 'connected' && this.broken) this.findAgain(this.broken, place);
  }

  private lose({ sid, silentMs }: Call, place: Place): void {
    const at = this.clock.now();
    this.broken = { sid, silentSince: silentMs > 0 ? at - silentMs : null };
    void this.gateway.report(place, { ...this.broken, state: 'LOST', at });
  }

  /** Until now nothing came over the one that broke, whichever one it is now. */
  private findAgain(broken: Broken, place: Place): void {
    this.broken = null;
    void this.gateway.report(place, { ...broken, state: 'BACK', at: this.clock.now() });
  }
}
