import {
  type Findings,
  type NetworkWords,
  isNetworkUsable,
  networkParts,
  networkWords,
} from './network-words';

describe('networkWords', () => {
  type Finding = Parameters<typeof networkWords>[1];
  type Verdict = NetworkWords['verdict'];
  const working = { outcome: 'working' } as const;
  const rows: readonly [name: string, finding: Finding, verdict: Verdict, figures: string][] = [
    ['connected', { ...working, connectMs: 41 }, 'Working', 'connected in 41 ms'],
    ['quick', { ...working, roundTripMs: 300 }, 'Working', '300 ms there and back'],
    ['far away', { ...working, roundTripMs: 301 }, 'Slow', '301 ms there and back'],
    ['wide', { ...working, upKbps: 1000, lossShare: 0 }, 'Working', '1.0 Mbit/s, 0.0 % lost'],
    ['narrow', { ...working, upKbps: 999 }, 'Slow', '1.0 Mbit/s'],
    ['leaky', { ...working, upKbps: 2100, lossShare: 0.06 }, 'Slow', '2.1 Mbit/s, 6.0 % lost'],
    ['cut', { outcome: 'failed' }, 'Not working', ''],
    ['silent', { outcome: 'no-answer' }, 'No answer in time', ''],
    ['absent', { outcome: 'not-offered' }, 'Not configured', ''],
    ['on the same device', { outcome: 'not-here' }, 'Not possible here', ''],
  ];
  for (const [name, finding, verdict, figures] of rows) {
    it(`PRE-8 ${name}: ${verdict}`, () => {
      const words = networkWords('udp', finding);
      expect(words.verdict).toBe(verdict);
      expect(words.figures).toBe(figures);
      expect(words.advice === '').toBe(verdict === 'Working');
    });
  }

  it('PRE-8 says what to do about each part that fails or is silent', () => {
    for (const part of networkParts) {
      expect(networkWords(part, { outcome: 'failed' }).advice).toMatch(/\.$/);
      expect(networkWords(part, { outcome: 'no-answer' }).advice).toMatch(/\.$/);
    }
  });

  it('PRE-8 blames no network for silence, and lets that alone be tried again', () => {
    for (const part of networkParts) {
      const { advice, isWorthRetrying } = networkWords(part, { outcome: 'no-answer' });
      expect(advice).not.toContain('blocks');
      expect(advice).toMatch(/[Tt]ry again/);
      expect(isWorthRetrying).toBe(true);
      expect(networkWords(part, { outcome: 'failed' }).isWorthRetrying).toBe(false);
    }
  });
});

describe('isNetworkUsable', () => {
  const ok = { outcome: 'working' } as const;
  const failed = { outcome: 'failed' } as const;
  const absent = { outcome: 'not-offered' } as const;
  const rows: readonly [name: string, findings: Findings, isUsable: boolean][] = [
    ['all but a relay', { websocket: ok, udp: ok, tcp: ok, relay: absent, bandwidth: ok }, true],
    ['TCP alone', { websocket: ok, udp: failed, tcp: ok, relay: absent }, true],
    ['the relay alone', { websocket: ok, udp: failed, tcp: failed, relay: ok }, true],
    ['no way for media', { websocket: ok, udp: failed, tcp: failed, relay: absent }, false],
    ['no signal', { websocket: failed }, false],
    ['nothing gets through', { websocket: ok, udp: ok, bandwidth: failed }, false],
    ['the only way is silent', { websocket: ok, udp: { outcome: 'no-answer' } }, false],
    ['nothing tried', {}, false],
  ];
  for (const [name, findings, isUsable] of rows) {
    it(`PRE-8 ${name}: ${isUsable ? 'a call works' : 'no call works'}`, () => {
      expect(isNetworkUsable(findings)).toBe(isUsable);
    });
  }
});
