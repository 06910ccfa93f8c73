/** A server that helps to find a way through, with the right to use it where it asks for one. */
export interface IceServer {
  readonly url: string;
  readonly username: string | null;
  readonly credential: string | null;
}

/** What the installation says of them. */
export interface IceSettings {
  /** In the order in which to try them; none where the media server names its own. */
  readonly iceServers: readonly IceServer[];
  readonly isRelayOnly: boolean;
}

/** By which servers a call goes, or is tried to: the first, a later one, or nothing but TURN over TCP. */
export type Way = 'usual' | 'backup' | 'relay';

export interface IceTry {
  readonly way: Way;
  /** `null`: those that the media server names. */
  readonly servers: readonly IceServer[] | null;
  readonly isRelayOnly: boolean;
}

/**
 * What to try one after the other until something gets through: the first STUN and the first TURN server,
 * then the second ones and so on, and at last TURN over TCP or TLS alone. One server is one host,
 * whatever ports and protocols it is reached by, because it is down as a whole.
 */
export function icePlan({ iceServers, isRelayOnly }: IceSettings): readonly IceTry[] {
  const turn = iceServers.filter(({ url }) => isTurn(url));
  const stun = isRelayOnly ? [] : iceServers.filter(({ url }) => !isTurn(url));
  if (stun.length + turn.length === 0) return [{ way: 'usual', servers: null, isRelayOnly }];
  const [stunHosts, turnHosts] = [byHost(stun), byHost(turn)];
  const tries = Array.from(
    { length: Math.max(stunHosts.length, turnHosts.length) },
    (_, at): IceTry => ({
      way: at === 0 ? 'usual' : 'backup',
      servers: [...(stunHosts[at] ?? []), ...(turnHosts[at] ?? [])],
      isRelayOnly,
    }),
  );
  const last: IceTry = { way: 'relay', servers: relays(turn), isRelayOnly: true };
  const isNew = turn.length > 0 && !tries.some((one) => isSame(one, last));
  return isNew ? [...tries, last] : tries;
}

/** What is tried after so many tries that got no media through; after the last begins the first. */
export function iceTry(plan: readonly IceTry[], failures: number): IceTry | undefined {
  return plan[failures % plan.length];
}

/** Those that also a network lets through which knows nothing but the web; any, where there are none. */
function relays(turn: readonly IceServer[]): readonly IceServer[] {
  const overTcp = turn.filter(({ url }) => /^turns:|transport=tcp$/i.test(url) && !isUdp(url));
  return overTcp.length > 0 ? overTcp : turn;
}

function isUdp(url: string): boolean {
  return /transport=udp$/i.test(url);
}

function isTurn(url: string): boolean {
  return /^turns?:/i.test(url);
}

function byHost(servers: readonly IceServer[]): readonly (readonly IceServer[])[] {
  return [...Map.groupBy(servers, ({ url }) => hostOf(url)).values()];
}

/** `stun:host:port`, `turns:[address]:port?transport=tcp`. */
function hostOf(url: string): string {
  const place = url.replace(/^\w+:/, '').replace(/\?.*$/, '').toLowerCase();
  return place.replace(/:\d+$/, '');
}

function isSame(one: IceTry, other: IceTry): boolean {
  const [mine, theirs] = [one.servers ?? [], other.servers ?? []];
  return (
    one.isRelayOnly === other.isRelayOnly &&
    mine.length === theirs.length &&
    mine.every((server) => theirs.includes(server))
  );
}
