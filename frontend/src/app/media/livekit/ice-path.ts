import { EngineEvent, type Room, type RoomConnectOptions, RoomEvent } from 'livekit-client';
import type { CallAccess } from '../call';
import { type IceServer, type IceTry, type Way, icePlan, iceTry } from '../domain/ice-plan';

/** How long media may take to get through where there is something else to try. LiveKit's own 15 s are for the last hope. */
const patienceMs = 7000;

/**
 * Where the page stands in the plan. It outlives a call, because a server that did not answer a moment
 * ago is not asked first by the next one, and what got through is.
 */
export class IcePath {
  private failures = 0;

  tryOf(plan: readonly IceTry[]): IceTry | undefined {
    return iceTry(plan, this.failures);
  }

  moveOn(): void {
    this.failures += 1;
  }
}

/** The way of one room through the plan: the next try begins when signals got through and media did not. */
export class IceRoute {
  private plan: readonly IceTry[] = [];
  /** Whether the server answers and media is awaited. */
  private isTrying = false;
  private room: Room | null = null;

  constructor(
    private readonly path: IcePath,
    private readonly moved: (way: Way) => void,
  ) {}

  /** What to connect with; nothing of ours where there is nothing to choose. */
  optionsFor(access: CallAccess): RoomConnectOptions {
    this.plan = icePlan(access);
    this.moved(this.way);
    if (access.iceServers.length === 0) {
      return access.isRelayOnly ? { rtcConfig: rtcConfigOf(access, 'relay') } : {};
    }
    const rtcConfig = this.configuration();
    return this.plan.length > 1 ? { rtcConfig, peerConnectionTimeout: patienceMs } : { rtcConfig };
  }

  follow(room: Room): void {
    this.room = room;
    room
      .on(RoomEvent.SignalConnected, this.awaitMedia)
      .on(RoomEvent.Connected, this.getThrough)
      .on(RoomEvent.Reconnected, this.getThrough);
    room.engine
      .on(EngineEvent.SignalResumed, this.awaitMedia)
      .on(EngineEvent.SignalRestarted, this.awaitMedia)
      .on(EngineEvent.Resuming, this.judge)
      .on(EngineEvent.Restarting, this.judge)
      .on(EngineEvent.Disconnected, this.judge);
  }

  /** The server answers, so what is missing now is media. */
  readonly awaitMedia = (): void => {
    this.isTrying = true;
  };

  readonly getThrough = (): void => {
    this.isTrying = false;
  };

  /** A try is over; another begins, or none. */
  readonly judge = (): void => {
    if (!this.isTrying) return;
    this.isTrying = false;
    this.path.moveOn();
    this.moved(this.way);
  };

  /** Whether the browser gets no answer by these servers any more, and there are others. */
  readonly isCut = (): boolean => {
    const { publisher, subscriber } = this.room?.engine.pcManager ?? {};
    const states = [publisher, subscriber].map((line) => line?.getICEConnectionState());
    return this.plan.length > 1 && states.includes('disconnected');
  };

  /** These servers carried media, and are gone. */
  giveUp(): void {
    this.isTrying = true;
    this.judge();
  }

  private get way(): Way {
    return this.path.tryOf(this.plan)?.way ?? 'usual';
  }

  /** LiveKit copies it for each try to connect, also within one call, and so takes what is to be tried by then. */
  private configuration(): RTCConfiguration {
    const current = () => this.path.tryOf(this.plan);
    return {
      get iceServers() {
        return (current()?.servers ?? []).map(rtcServerOf);
      },
      get iceTransportPolicy() {
        return current()?.isRelayOnly ? 'relay' : 'all';
      },
    };
  }
}

/** All servers at once, for a connection that is made but once. */
export function rtcConfigOf(
  { iceServers }: CallAccess,
  iceTransportPolicy: RTCIceTransportPolicy,
): RTCConfiguration {
  if (iceServers.length === 0) return { iceTransportPolicy };
  return { iceServers: iceServers.map(rtcServerOf), iceTransportPolicy };
}

function rtcServerOf({ url, username, credential }: IceServer): RTCIceServer {
  return username === null || credential === null
    ? { urls: url }
    : { urls: url, username, credential };
}
