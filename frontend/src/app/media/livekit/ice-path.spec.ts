import type { Room } from 'livekit-client';
import type { CallAccess } from '../call';
import type { Way } from '../domain/ice-plan';
import { IcePath, IceRoute } from './ice-path';

const right = { username: '9:leo', credential: 'word' };
const servers = [
  { url: 'stun:a', username: null, credential: null },
  { url: 'turn:a', ...right },
  { url: 'turns:b', ...right },
];

function access(iceServers: CallAccess['iceServers'], isRelayOnly = false): CallAccess {
  return { url: 'ws://media.test', token: '1', identity: 'leo:1', iceServers, isRelayOnly };
}

function urlsOf({ iceServers = [] }: RTCConfiguration = {}): readonly string[] {
  return iceServers.flatMap(({ urls }) => urls);
}

describe('IceRoute', () => {
  let path: IcePath;
  let ways: Way[];
  let route: IceRoute;

  function begin(): void {
    route = new IceRoute(path, (way) => ways.push(way));
  }

  function fail(): void {
    route.awaitMedia();
    route.judge();
  }

  beforeEach(() => {
    path = new IcePath();
    ways = [];
    begin();
  });

  it('FAIL-4 leaves everything to LiveKit where nothing is set', () => {
    expect(route.optionsFor(access([]))).toEqual({});
    const options = route.optionsFor(access([], true));
    expect(options).toEqual({ rtcConfig: { iceTransportPolicy: 'relay' } });
  });

  it('FAIL-4 takes the next servers within the call, each time that media does not get through', () => {
    const { rtcConfig, peerConnectionTimeout } = route.optionsFor(access(servers));
    expect(peerConnectionTimeout).toBeLessThan(15_000);
    const tried = () => {
      // As LiveKit takes it for each connection.
      const copy = { ...rtcConfig };
      return [copy.iceTransportPolicy, ...urlsOf(copy)];
    };
    expect(tried()).toEqual(['all', 'stun:a', 'turn:a']);
    fail();
    expect(tried()).toEqual(['all', 'turns:b']);
    fail();
    expect(tried()).toEqual(['relay', 'turns:b']);
    fail();
    expect(tried()).toEqual(['all', 'stun:a', 'turn:a']);
    expect(ways).toEqual(['usual', 'backup', 'relay', 'usual']);
    const used = { ...rtcConfig }.iceServers;
    expect(used).toEqual([{ urls: 'stun:a' }, { urls: 'turn:a', ...right }]);
  });

  it('FAIL-4 stays where it is when the server does not answer, and when media gets through', () => {
    route.optionsFor(access(servers));
    route.judge();
    route.awaitMedia();
    route.getThrough();
    route.judge();
    expect(ways).toEqual(['usual']);
  });

  it('FAIL-4 begins the next call with what was to be tried next', () => {
    route.optionsFor(access(servers));
    fail();
    begin();
    const { rtcConfig } = route.optionsFor(access(servers));
    expect(urlsOf(rtcConfig)).toEqual(['turns:b']);
    expect(ways).toEqual(['usual', 'backup', 'backup']);
  });

  describe('once media got through', () => {
    let ice: RTCIceConnectionState;

    function through(servers: CallAccess['iceServers']): void {
      const line = { getICEConnectionState: () => ice };
      const events = { on: () => events };
      // Of LiveKit's room the route reads no more than this.
      const room = {
        ...events,
        on: () => room,
        engine: { ...events, pcManager: { subscriber: line } },
      };
      route.follow(room as unknown as Room);
      route.optionsFor(access(servers));
      route.getThrough();
    }

    for (const [state, isCut] of [
      ['connected', false],
      ['disconnected', true],
      ['failed', false],
    ] as const) {
      it(`FAIL-4 counts a line as ${isCut ? 'cut' : 'not cut'} that is ${state}`, () => {
        ice = state;
        through(servers);
        expect(route.isCut()).toBe(isCut);
      });
    }

    it('FAIL-4 cuts no line for which there is no other way', () => {
      ice = 'disconnected';
      through(servers.slice(0, 1));
      expect(route.isCut()).toBe(false);
    });

    it('FAIL-4 goes on with the next servers when these are given up', () => {
      through(servers);
      route.giveUp();
      expect(ways).toEqual(['usual', 'backup']);
    });
  });

  it('FAIL-4 keeps LiveKit’s patience where there is nothing else to try', () => {
    const stun = servers.slice(0, 1);
    const { rtcConfig, peerConnectionTimeout } = route.optionsFor(access(stun));
    expect([urlsOf(rtcConfig), peerConnectionTimeout]).toEqual([['stun:a'], undefined]);
    fail();
    expect(urlsOf(rtcConfig)).toEqual(['stun:a']);
  });
});
