import { type LineStat, type LineStats, receivedLine, sentLine } from './line-stats';

const pair: LineStat = {
  id: 'pair',
  type: 'candidate-pair',
  state: 'succeeded',
  nominated: true,
  currentRoundTripTime: 0.12,
  availableOutgoingBitrate: 500_000,
};

function out(kind: string, packetsSent: number, parts: Partial<LineStat> = {}): LineStat {
  return { id: `out-${kind}`, type: 'outbound-rtp', kind, packetsSent, ...parts };
}

function told(kind: string, packetsLost: number): LineStat {
  return { id: `told-${kind}`, type: 'remote-inbound-rtp', kind, packetsLost };
}

function came(kind: string, packetsReceived: number, parts: Partial<LineStat> = {}): LineStat {
  return { id: `in-${kind}`, type: 'inbound-rtp', kind, packetsReceived, ...parts };
}

function look(at: number, ...entries: readonly LineStat[]): LineStats {
  return { at, entries };
}

describe('sentLine', () => {
  const before = look(
    0,
    pair,
    out('audio', 100),
    told('audio', 1),
    out('video', 500),
    told('video', 10),
  );

  it('FAIL-2 is what was lost since the last look, of all and of the sound', () => {
    const after = look(
      2000,
      ...[pair, out('audio', 200), told('audio', 11), out('video', 800), told('video', 40)],
    );
    const { loss, soundLoss, roundTripMs, availableBps } = sentLine(before, after);
    expect([loss, soundLoss, roundTripMs, availableBps]).toEqual([0.1, 0.1, 120, 500_000]);
  });

  it('FAIL-2 knows nothing of loss where next to nothing was sent', () => {
    const after = look(2000, pair, out('audio', 105), told('audio', 3));
    expect(sentLine(before, after).soundLoss).toBeNull();
  });

  it('FAIL-2 takes no past for a flow that is new', () => {
    const after = look(2000, pair, out('audio', 150), told('audio', 1), out('screen', 9000));
    expect(sentLine(before, after).loss).toBe(0);
  });

  it('FAIL-2 takes packets that came after all for no loss', () => {
    const after = look(2000, pair, out('audio', 150), told('audio', 0));
    expect(sentLine(before, after).loss).toBe(0);
  });

  const reasons = [
    ['bandwidth', true, true],
    ['bandwidth', false, false],
    ['cpu', true, false],
    ['none', true, false],
  ] as const;
  for (const [qualityLimitationReason, active, isHeldBack] of reasons) {
    it(`FAIL-2 ${qualityLimitationReason}${active ? '' : ' of a layer that rests'} holds back: ${String(isHeldBack)}`, () => {
      const after = look(2000, pair, out('video', 900, { qualityLimitationReason, active }));
      expect(sentLine(before, after).isHeldBack).toBe(isHeldBack);
    });
  }

  it('FAIL-2 knows nothing of a browser that tells nothing', () => {
    expect(sentLine(look(0), look(2000))).toEqual({
      loss: null,
      soundLoss: null,
      roundTripMs: null,
      availableBps: null,
      isHeldBack: false,
    });
  });
});

describe('receivedLine', () => {
  const sound = { concealedSamples: 0, silentConcealedSamples: 0, totalSamplesReceived: 0 };

  it('FAIL-2 is what did not come, what was made up, and how long the picture stood', () => {
    const before = look(
      1000,
      ...[pair, came('audio', 0, sound), came('video', 0, { totalFreezesDuration: 1 })],
    );
    const after = look(
      3000,
      pair,
      came('audio', 90, {
        packetsLost: 10,
        concealedSamples: 15_000,
        silentConcealedSamples: 5400,
        totalSamplesReceived: 96_000,
      }),
      came('video', 100, { packetsLost: 0, totalFreezesDuration: 2.5 }),
    );
    const { loss, roundTripMs, concealed, frozen } = receivedLine(before, after);
    expect([loss, roundTripMs, concealed, frozen]).toEqual([0.05, 120, 0.1, 0.75]);
  });

  it('FAIL-2 no picture stands still where none is awaited', () => {
    const before = look(0, pair, came('audio', 0, sound));
    const after = look(2000, pair, came('audio', 100, sound));
    expect(receivedLine(before, after).frozen).toBeNull();
  });
});
