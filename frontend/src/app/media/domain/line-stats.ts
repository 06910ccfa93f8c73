import type { ReceivedLine, SentLine } from './line-verdict';

/** One entry of a browser's statistics, as far as we read it. */
export interface LineStat {
  readonly id: string;
  readonly type: string;
  readonly kind?: string;
  readonly localId?: string;
  readonly nominated?: boolean;
  readonly state?: string;
  readonly packetsSent?: number;
  readonly packetsReceived?: number;
  readonly packetsLost?: number;
  readonly bytesReceived?: number;
  readonly lastPacketReceivedTimestamp?: number;
  readonly currentRoundTripTime?: number;
  readonly availableOutgoingBitrate?: number;
  readonly qualityLimitationReason?: string;
  readonly active?: boolean;
  readonly concealedSamples?: number;
  readonly silentConcealedSamples?: number;
  readonly totalSamplesReceived?: number;
  readonly totalFreezesDuration?: number;
}

/** All entries of one look, and when it was, in milliseconds. */
export interface LineStats {
  readonly at: number;
  readonly entries: readonly LineStat[];
}

/** Fewer packets than that say nothing about how many get lost. */
const fewestPackets = 20;

/** What was sent between two looks. */
export function sentLine(before: LineStats, after: LineStats): SentLine {
  const pair = pairOf(after);
  const isHeldBack = ofType(after, 'outbound-rtp').some(
    ({ active, qualityLimitationReason }) =>
      active !== false && qualityLimitationReason === 'bandwidth',
  );
  return {
    loss: sentLoss(before, after, () => true),
    soundLoss: sentLoss(before, after, ({ kind }) => kind === 'audio'),
    roundTripMs: roundTripMs(pair),
    availableBps: pair?.availableOutgoingBitrate ?? null,
    isHeldBack,
  };
}

/** What came between two looks. */
export function receivedLine(before: LineStats, after: LineStats): ReceivedLine {
  const flows = grownFlows(before, after, 'inbound-rtp', () => true);
  const lost = total(flows, 'packetsLost');
  const samples = total(flows, 'totalSamplesReceived');
  const concealed = total(flows, 'concealedSamples') - total(flows, 'silentConcealedSamples');
  const passedSeconds = (after.at - before.at) / 1000;
  const hasPicture = flows.some(([, now]) => now.kind === 'video');
  return {
    loss: shareOf(lost, lost + total(flows, 'packetsReceived'), fewestPackets),
    roundTripMs: roundTripMs(pairOf(after)),
    concealed: shareOf(concealed, samples, 1),
    frozen: hasPicture ? shareOf(total(flows, 'totalFreezesDuration'), passedSeconds, 0.5) : null,
  };
}

type Growth = readonly [before: LineStat, now: LineStat];

type Counter =
  | 'packetsSent'
  | 'packetsReceived'
  | 'packetsLost'
  | 'concealedSamples'
  | 'silentConcealedSamples'
  | 'totalSamplesReceived'
  | 'totalFreezesDuration';

/** The other side tells of each flow what has not come to it. */
function sentLoss(
  before: LineStats,
  after: LineStats,
  isMeant: (stat: LineStat) => boolean,
): number | null {
  const sent = total(grownFlows(before, after, 'outbound-rtp', isMeant), 'packetsSent');
  const lost = total(grownFlows(before, after, 'remote-inbound-rtp', isMeant), 'packetsLost');
  return shareOf(lost, sent, fewestPackets);
}

/** Each flow that was there at both looks: a new one began without a past. */
function grownFlows(
  before: LineStats,
  after: LineStats,
  type: string,
  isMeant: (stat: LineStat) => boolean,
): readonly Growth[] {
  const known = new Map(ofType(before, type).map((stat) => [stat.id, stat]));
  return ofType(after, type)
    .filter(isMeant)
    .flatMap((now): Growth[] => {
      const past = known.get(now.id);
      return past ? [[past, now]] : [];
    });
}

function total(flows: readonly Growth[], counter: Counter): number {
  return flows.reduce((sum, [past, now]) => {
    return sum + Math.max(0, (now[counter] ?? 0) - (past[counter] ?? 0));
  }, 0);
}

function shareOf(part: number, whole: number, fewest: number): number | null {
  return whole < fewest ? null : Math.min(1, Math.max(0, part / whole));
}

function roundTripMs(pair: LineStat | undefined): number | null {
  return pair?.currentRoundTripTime === undefined ? null : pair.currentRoundTripTime * 1000;
}

/** The way that packets take at present. */
function pairOf(stats: LineStats): LineStat | undefined {
  const pairs = ofType(stats, 'candidate-pair').filter(({ state }) => state === 'succeeded');
  return pairs.find(({ nominated }) => nominated === true) ?? pairs[0];
}

function ofType(stats: LineStats, type: string): readonly LineStat[] {
  return stats.entries.filter((stat) => stat.type === type);
}
