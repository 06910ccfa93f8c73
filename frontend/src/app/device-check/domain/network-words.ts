export type NetworkPart = 'websocket' | 'udp' | 'tcp' | 'relay' | 'bandwidth';

interface Finding {
  readonly outcome: 'working' | 'failed' | 'not-offered';
  readonly connectMs?: number;
  readonly roundTripMs?: number;
  readonly upKbps?: number;
  readonly lossShare?: number;
}

export type Findings = Readonly<Partial<Record<NetworkPart, Finding>>>;

/** A finding as it is shown. */
export interface NetworkWords {
  readonly tone: 'good' | 'warn' | 'bad' | 'calm';
  readonly verdict: 'Working' | 'Slow' | 'Not working' | 'Not configured';
  /** The figures that were measured; may be empty. */
  readonly figures: string;
  /** What to do; empty where nothing has to be done. */
  readonly advice: string;
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
  switch (finding.outcome) {
    case 'failed':
      return { tone: 'bad', verdict: 'Not working', figures, advice: adviceIfFailed[part] };
    case 'not-offered':
      return { tone: 'calm', verdict: 'Not configured', figures, advice: adviceIfAbsent[part] };
    case 'working':
      return isSlow(finding)
        ? { tone: 'warn', verdict: 'Slow', figures, advice: adviceIfSlow }
        : { tone: 'good', verdict: 'Working', figures, advice: '' };
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
