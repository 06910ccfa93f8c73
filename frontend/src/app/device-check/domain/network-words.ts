export type NetworkPart = 'websocket' | 'udp' | 'tcp' | 'relay' | 'bandwidth';

interface Finding {
  readonly outcome: 'working' | 'failed' | 'no-answer' | 'not-offered' | 'not-here';
  readonly connectMs?: number;
  readonly roundTripMs?: number;
  readonly upKbps?: number;
  readonly lossShare?: number;
}

export type Findings = Readonly<Partial<Record<NetworkPart, Finding>>>;

/** A finding as it is shown. */
export interface NetworkWords {
  readonly tone: 'good' | 'warn' | 'bad' | 'calm';
  readonly verdict:
    | 'Working'
    | 'Slow'
    | 'Not working'
    | 'No answer in time'
    | 'Not configured'
    | 'Not possible here';
  /** The figures that were measured; may be empty. */
  readonly figures: string;
  /** What to do; empty where nothing has to be done. */
  readonly advice: string;
  /** Whether trying this part once more may show something else. */
  readonly isWorthRetrying: boolean;
}

export const networkNames: Readonly<Record<NetworkPart, string>> = {
  websocket: 'Signal (WebSocket)',
  udp: 'Media over UDP',
  tcp: 'Media over TCP',
  relay: 'Media through the relay (TURN)',
  bandwidth: 'Upload speed',
};

export const networkParts: readonly NetworkPart[] = [
  'websocket',
  'udp',
  'tcp',
  'relay',
  'bandwidth',
];

/** Below this the other's picture of you gets coarse. */
const goodKbps = 1000;
const slowRoundTripMs = 300;
const muchLoss = 0.05;

const adviceIfFailed: Readonly<Record<NetworkPart, string>> = {
  websocket:
    'Something between you and the video service blocks WebSockets. Turn off a VPN or proxy, or try another network, such as your phone’s.',
  udp: 'Your network blocks UDP. Calls still work another way, with less quality. Turn off a VPN, or ask who runs the network to open UDP.',
  tcp: 'Your network blocks this way. That matters only where UDP fails too.',
  relay:
    'Your network does not let you reach the relay. That matters only where UDP and TCP fail too.',
  bandwidth:
    'Nothing could be sent. Try another network, such as your phone’s, or tell who runs PeerLearn.',
};

/** Silence may be a slow line as well as a network that swallows what it does not like. */
const adviceIfSilent: Readonly<Record<NetworkPart, string>> = {
  websocket:
    'The video service did not answer. Look at your connection and try again. If it stays so, turn off a VPN or proxy, or try another network.',
  udp: 'Your line may be slow just now, or your network drops UDP. Try again. Calls still work another way, with less quality.',
  tcp: 'Your line may be slow just now, or your network drops this way. Try again. It matters only where UDP fails too.',
  relay: 'The relay did not answer. Try again. It matters only where UDP and TCP fail too.',
  bandwidth: 'Your line may be slow just now. Try again, or try another network.',
};

const adviceIfNotHere =
  'Your browser offers no such way here. That is usual where PeerLearn runs on this very device; from other devices it can be tried.';

const adviceIfAbsent: Readonly<Record<NetworkPart, string>> = {
  websocket: '',
  udp: 'The video service does not offer UDP. Whoever runs PeerLearn can turn it on.',
  tcp: 'The video service does not offer TCP. Whoever runs PeerLearn can turn it on.',
  relay: 'This PeerLearn has no relay. You need one only where UDP and TCP are both blocked.',
  bandwidth: '',
};

const adviceIfSlow =
  'Come closer to your Wi-Fi or use a cable, and stop downloads and other calls. Turning your camera off helps too.';

/** What was found of one part, in words, and what to do. */
export function networkWords(part: NetworkPart, finding: Finding): NetworkWords {
  const figures = figuresOf(finding);
  const plain = { figures, isWorthRetrying: false };
  switch (finding.outcome) {
    case 'failed':
      return { ...plain, tone: 'bad', verdict: 'Not working', advice: adviceIfFailed[part] };
    case 'no-answer':
      return {
        figures,
        tone: 'warn',
        verdict: 'No answer in time',
        advice: adviceIfSilent[part],
        isWorthRetrying: true,
      };
    case 'not-offered':
      return { ...plain, tone: 'calm', verdict: 'Not configured', advice: adviceIfAbsent[part] };
    case 'not-here':
      return { ...plain, tone: 'calm', verdict: 'Not possible here', advice: adviceIfNotHere };
    case 'working':
      return isSlow(finding)
        ? { ...plain, tone: 'warn', verdict: 'Slow', advice: adviceIfSlow }
        : { ...plain, tone: 'good', verdict: 'Working', advice: '' };
    default:
      return finding.outcome satisfies never;
  }
}

function isSlow({ upKbps = Infinity, roundTripMs = 0, lossShare = 0 }: Finding): boolean {
  return upKbps < goodKbps || roundTripMs > slowRoundTripMs || lossShare > muchLoss;
}

function figuresOf({ connectMs, roundTripMs, upKbps, lossShare }: Finding): string {
  return [
    upKbps === undefined ? '' : `${(upKbps / 1000).toFixed(1)} Mbit/s`,
    connectMs === undefined ? '' : `connected in ${String(connectMs)} ms`,
    roundTripMs === undefined ? '' : `${String(roundTripMs)} ms there and back`,
    lossShare === undefined ? '' : `${(lossShare * 100).toFixed(1)} % lost`,
  ]
    .filter((text) => text !== '')
    .join(', ');
}

/** Whether a call works over this network: the signal, and any one way for the media. */
export function isNetworkUsable(findings: Findings): boolean {
  const works = (part: NetworkPart) => findings[part]?.outcome === 'working';
  const hasWay = works('udp') || works('tcp') || works('relay');
  return works('websocket') && hasWay && findings.bandwidth?.outcome !== 'failed';
}
