import fc from 'fast-check';
import { type IceServer, type IceTry, icePlan, iceTry } from './ice-plan';

const udp = (host: string) => `turn:${host}:3478?transport=udp`;
const tcp = (host: string) => `turn:${host}:3478?transport=tcp`;
const tls = (host: string) => `turns:${host}:443?transport=tcp`;

function server(url: string): IceServer {
  const isTurn = url.startsWith('turn');
  return { url, username: isTurn ? '9:leo' : null, credential: isTurn ? 'word' : null };
}

function plan(urls: readonly string[], isRelayOnly = false): readonly IceTry[] {
  return icePlan({ iceServers: urls.map(server), isRelayOnly });
}

/** `backup, relay only: url url` */
function told({ way, servers, isRelayOnly }: IceTry): string {
  const urls = servers?.map(({ url }) => url).join(' ') ?? 'those of the media server';
  return `${way}${isRelayOnly ? ', relay only' : ''}: ${urls}`;
}

type Row = readonly [
  name: string,
  urls: readonly string[],
  isRelayOnly: boolean,
  tries: readonly string[],
];

const rows: readonly Row[] = [
  ['nothing is set', [], false, ['usual: those of the media server']],
  [
    'nothing but the relay is wanted, and none is set',
    [],
    true,
    ['usual, relay only: those of the media server'],
  ],
  ['one STUN server', ['stun:a'], false, ['usual: stun:a']],
  ['two STUN servers', ['stun:a', 'stun:b:3478'], false, ['usual: stun:a', 'backup: stun:b:3478']],
  [
    'one server for all',
    ['stun:a', udp('a'), tcp('a'), tls('a')],
    false,
    [
      `usual: stun:a ${udp('a')} ${tcp('a')} ${tls('a')}`,
      `relay, relay only: ${tcp('a')} ${tls('a')}`,
    ],
  ],
  [
    'a primary and a secondary one',
    ['stun:a', 'stun:b', udp('a'), udp('b'), tls('b')],
    false,
    [
      `usual: stun:a ${udp('a')}`,
      `backup: stun:b ${udp('b')} ${tls('b')}`,
      `relay, relay only: ${tls('b')}`,
    ],
  ],
  [
    'TURN over UDP alone',
    [udp('a')],
    false,
    [`usual: ${udp('a')}`, `relay, relay only: ${udp('a')}`],
  ],
  [
    'TLS is over TCP where nothing is said',
    [udp('a'), 'turns:a', 'turns:a:443?transport=udp'],
    false,
    [`usual: ${udp('a')} turns:a turns:a:443?transport=udp`, 'relay, relay only: turns:a'],
  ],
  [
    'hosts in capitals and by number',
    ['stun:A', 'turn:a', 'turn:[2001:db8::1]:3478', 'turns:[2001:db8::1]'],
    false,
    [
      'usual: stun:A turn:a',
      'backup: turn:[2001:db8::1]:3478 turns:[2001:db8::1]',
      'relay, relay only: turns:[2001:db8::1]',
    ],
  ],
  [
    'nothing but the relay is wanted',
    ['stun:a', udp('a'), tcp('a'), udp('b')],
    true,
    [
      `usual, relay only: ${udp('a')} ${tcp('a')}`,
      `backup, relay only: ${udp('b')}`,
      `relay, relay only: ${tcp('a')}`,
    ],
  ],
  [
    'the last would be the first again',
    ['stun:a', tcp('a')],
    true,
    [`usual, relay only: ${tcp('a')}`],
  ],
  [
    'nothing but the relay is wanted, and there are STUN servers alone',
    ['stun:a'],
    true,
    ['usual, relay only: those of the media server'],
  ],
];

const hosts = fc.constantFrom('a', 'b', 'c', 'd');
const urls = fc.uniqueArray(
  fc.oneof(
    hosts.map((host) => `stun:${host}`),
    hosts.map(udp),
    hosts.map(tcp),
    hosts.map(tls),
  ),
);
const isTurn = (url: string) => url.startsWith('turn');

describe('icePlan', () => {
  for (const [name, given, isRelayOnly, tries] of rows) {
    it(`FAIL-4 ${name}`, () => {
      expect(plan(given, isRelayOnly).map(told)).toEqual(tries);
    });
  }

  it('FAIL-4 tries each server that may be used, and gives each its own right', () => {
    fc.assert(
      fc.property(urls, fc.boolean(), (given, isRelayOnly) => {
        const used = plan(given, isRelayOnly).flatMap(({ servers }) => servers ?? []);
        const usable = given.filter((url) => isTurn(url) || !isRelayOnly);
        expect(new Set(used.map(({ url }) => url))).toEqual(new Set(usable));
        for (const one of used) expect(one).toEqual(server(one.url));
      }),
    );
  });

  it('FAIL-4 begins with the first of each kind, and ends by the relay where there is one', () => {
    fc.assert(
      fc.property(urls, fc.boolean(), (given, isRelayOnly) => {
        const tries = plan(given, isRelayOnly);
        const ways = tries.map(({ way }) => way);
        expect(ways[0]).toBe('usual');
        expect(ways.slice(1)).not.toContain('usual');
        const first = tries[0]?.servers?.map(({ url }) => url) ?? [];
        const firstTurn = given.find(isTurn);
        if (firstTurn !== undefined) expect(first).toContain(firstTurn);
        const last = tries.at(-1);
        if (given.some(isTurn)) expect(last?.isRelayOnly).toBe(true);
        if (last?.isRelayOnly)
          expect((last.servers ?? []).every(({ url }) => isTurn(url))).toBe(true);
      }),
    );
  });

  it('FAIL-4 never tries the same twice, nor a direct way where only the relay may be used', () => {
    fc.assert(
      fc.property(urls, fc.boolean(), (given, isRelayOnly) => {
        const tries = plan(given, isRelayOnly);
        const distinct = new Set(tries.map((one) => told({ ...one, way: 'usual' })));
        expect(distinct.size).toBe(tries.length);
        if (isRelayOnly) expect(tries.every((one) => one.isRelayOnly)).toBe(true);
      }),
    );
  });
});

describe('iceTry', () => {
  it('FAIL-4 goes through the plan as often as it takes', () => {
    const tries = plan(['stun:a', 'stun:b', tcp('a')]);
    const ways = Array.from({ length: 7 }, (_, failures) => iceTry(tries, failures)?.way);
    const round = ['usual', 'backup', 'relay'] as const;
    expect(ways).toEqual([...round, ...round, 'usual']);
  });
});
