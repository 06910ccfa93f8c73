import { type LocalTrack, Room, type RoomConnectOptions, RoomEvent, Track } from 'livekit-client';
import { firstValueFrom, from, fromEvent, race, timer } from 'rxjs';
import type { CallAccess } from '../call';
import type { Finding, NetworkPart, NetworkProbe } from '../network-probe';
import { type Ways, failureOf } from '../domain/connect-failure';
import { rtcConfigOf } from './ice-path';
import { testPicture } from './test-picture';

type Protocol = 'udp' | 'tcp';

const patience = { websocketTimeout: 6000, peerConnectionTimeout: 7000, maxRetries: 0 };
const bandwidthMs = 6000;
/** The first seconds, in which a browser feels its way up, say nothing of the line. */
const warmUpMs = 3000;
const mostKbps = 2500;

/** Tries each part of the way by connecting through that part alone. */
export class LiveKitProbe implements NetworkProbe {
  async try(part: NetworkPart, access: CallAccess): Promise<Finding> {
    const room = new Room();
    try {
      return await this.probe(part, room, access);
    } catch {
      return { outcome: 'failed' };
    } finally {
      await room.disconnect();
    }
  }

  private async probe(part: NetworkPart, room: Room, access: CallAccess): Promise<Finding> {
    switch (part) {
      case 'websocket':
        return await signal(room, access);
      case 'udp':
      case 'tcp':
        return await direct(room, access, part);
      case 'relay':
        return await relay(room, access);
      case 'bandwidth':
        return await bandwidth(room, access);
      default:
        return part satisfies never;
    }
  }
}

/** The line on which browser and server agree about everything else. */
async function signal(room: Room, access: CallAccess): Promise<Finding> {
  const begunAt = performance.now();
  const connected = fromEvent(room, RoomEvent.SignalConnected);
  const whole = connect(room, access);
  // A media connection that fails is the finding of another part.
  whole.catch(() => undefined);
  await firstValueFrom(race(connected, from(whole), timer(patience.websocketTimeout)));
  if (room.engine.latestJoinResponse === undefined) return { outcome: 'no-answer' };
  return { outcome: 'working', connectMs: Math.round(performance.now() - begunAt) };
}

/** Straight to the server: nothing but candidates of the one protocol, and no relay. */
async function direct(room: Room, access: CallAccess, protocol: Protocol): Promise<Finding> {
  const offered = new Set<string | undefined>();
  const own = new Set<string | undefined>();
  tellOnly(room, protocol, own);
  room.on(RoomEvent.SignalConnected, () => {
    takeOnly(room, protocol, offered);
  });
  const begunAt = performance.now();
  try {
    await connect(room, access, { rtcConfig: { iceServers: [] } });
  } catch {
    const ways = { isOffered: offered.has(protocol), isOwn: own.has(protocol) };
    return { outcome: failure(ways, performance.now() - begunAt) };
  }
  const connectMs = Math.round(performance.now() - begunAt);
  const way = await selectedWay(room);
  if (way.protocol !== protocol) return { outcome: 'failed' };
  return { outcome: 'working', connectMs, ...roundTrip(way.seconds) };
}

/** Our addresses: a server that hears of others would come by them of its own. */
function tellOnly(room: Room, protocol: Protocol, own: Set<string | undefined>): void {
  const { client } = room.engine;
  const send = client.sendIceCandidate.bind(client);
  client.sendIceCandidate = async (candidate, target) => {
    const found = protocolOf(candidate.candidate);
    own.add(found);
    if (found === protocol) await send(candidate, target);
  };
}

/** The server names its addresses one by one, and once more in its answers. */
function takeOnly(room: Room, protocol: Protocol, offered: Set<string | undefined>): void {
  const { client } = room.engine;
  const { onTrickle, onAnswer } = client;
  client.onTrickle = (candidate, target) => {
    const found = protocolOf(candidate.candidate);
    offered.add(found);
    if (found === protocol) onTrickle?.(candidate, target);
  };
  client.onAnswer = (answer, ...rest) => {
    const lines = (answer.sdp ?? '').split('\r\n').filter((line) => {
      if (!line.startsWith('a=candidate:')) return true;
      const found = protocolOf(line);
      offered.add(found);
      return found === protocol;
    });
    onAnswer?.({ ...answer, sdp: lines.join('\r\n') }, ...rest);
  };
}

/** Why it did not connect: LiveKit gives up after its patience, or when the browser has. */
function failure(ways: Ways, tookMs: number): Finding['outcome'] {
  return failureOf(ways, tookMs >= patience.peerConnectionTimeout);
}

/** Through the TURN server, and nothing but it. */
async function relay(room: Room, access: CallAccess): Promise<Finding> {
  const begunAt = performance.now();
  const rtcConfig = rtcConfigOf(access, 'relay');
  try {
    await connect(room, access, { rtcConfig });
  } catch {
    const tookMs = performance.now() - begunAt;
    const isOffered = hasRelay(
      rtcConfig.iceServers ?? room.engine.latestJoinResponse?.iceServers ?? [],
    );
    return { outcome: failure({ isOffered, isOwn: true }, tookMs) };
  }
  const way = await selectedWay(room);
  const connectMs = Math.round(performance.now() - begunAt);
  return { outcome: 'working', connectMs, ...roundTrip(way.seconds) };
}

async function bandwidth(room: Room, access: CallAccess): Promise<Finding> {
  const rtcConfig = rtcConfigOf(access, access.isRelayOnly ? 'relay' : 'all');
  await connect(room, access, { rtcConfig });
  const picture = testPicture();
  try {
    const { track } = await room.localParticipant.publishTrack(picture.track, {
      source: Track.Source.Camera,
      simulcast: false,
      videoCodec: 'vp8',
      videoEncoding: { maxBitrate: mostKbps * 1000, maxFramerate: 25 },
      degradationPreference: 'maintain-resolution',
    });
    await firstValueFrom(timer(warmUpMs));
    const before = await sending(track);
    await firstValueFrom(timer(bandwidthMs - warmUpMs));
    const after = await sending(track);
    const upKbps = Math.round(((after.bytes - before.bytes) * 8) / (after.atMs - before.atMs));
    if (!(upKbps > 0)) return { outcome: 'failed' };
    return { outcome: 'working', upKbps, lossShare: after.lossShare, ...roundTrip(after.seconds) };
  } finally {
    picture.stop();
  }
}

async function connect(
  room: Room,
  { url, token }: CallAccess,
  options: RoomConnectOptions = {},
): Promise<void> {
  await room.connect(url, token, { autoSubscribe: false, ...patience, ...options });
}

function protocolOf(candidate = ''): string | undefined {
  // foundation, component, protocol …
  return candidate.split(' ')[2]?.toLowerCase();
}

function hasRelay(servers: readonly Pick<RTCIceServer, 'urls'>[]): boolean {
  return servers.flatMap(({ urls }) => urls).some((url) => /^turns?:/.test(url));
}

interface Way {
  readonly protocol: string | undefined;
  readonly seconds: number | undefined;
}

/** The pair of addresses over which the media goes. */
async function selectedWay(room: Room): Promise<Way> {
  const stats = statsOf(await room.engine.pcManager?.publisher.getStats());
  const pairs = stats.filter(
    ({ type, state }) => type === 'candidate-pair' && state === 'succeeded',
  );
  const pair = pairs.find(({ nominated }) => nominated === true) ?? pairs[0];
  const remote = stats.find(({ id }) => id === pair?.remoteCandidateId);
  return { protocol: remote?.protocol, seconds: pair?.currentRoundTripTime };
}

interface Sending {
  readonly bytes: number;
  readonly atMs: number;
  readonly lossShare: number;
  readonly seconds: number | undefined;
}

async function sending(track: LocalTrack | undefined): Promise<Sending> {
  const stats = statsOf(await track?.getRTCStatsReport());
  const { bytesSent = 0, timestamp = 0 } = stats.find(({ type }) => type === 'outbound-rtp') ?? {};
  const told = stats.find(({ type }) => type === 'remote-inbound-rtp');
  const { fractionLost: lossShare = 0, roundTripTime: seconds } = told ?? {};
  return { bytes: bytesSent, atMs: timestamp, lossShare, seconds };
}

function statsOf(report: RTCStatsReport | undefined): readonly Stat[] {
  return report ? ([...report.values()] as readonly Stat[]) : [];
}

/** What is read of the browser's statistics, which have no types. */
interface Stat {
  readonly id: string;
  readonly type: string;
  readonly timestamp: number;
  readonly state?: string;
  readonly nominated?: boolean;
  readonly remoteCandidateId?: string;
  readonly protocol?: string;
  readonly currentRoundTripTime?: number;
  readonly bytesSent?: number;
  readonly fractionLost?: number;
  readonly roundTripTime?: number;
}

function roundTrip(seconds: number | undefined): Pick<Finding, 'roundTripMs'> {
  return seconds === undefined ? {} : { roundTripMs: Math.round(seconds * 1000) };
}
