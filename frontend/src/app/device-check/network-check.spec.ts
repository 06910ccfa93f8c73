import { TestBed } from '@angular/core/testing';
import { OpenMediaCheckDocument } from '../media/media-operations';
import { type Finding, type NetworkPart, networkProbe } from '../media/network-probe';
import { expectAccessible } from '../testing/accessibility';
import { Scene } from '../testing/scene';
import { type Screen, show } from '../testing/screen';
import { NetworkCheck } from './network-check';
import { NetworkStore } from './network-store';

const working: Finding = { outcome: 'working' };

describe('NetworkCheck', () => {
  let findings: Record<NetworkPart, Finding>;
  let tried: NetworkPart[];
  let refusedOnce: Set<NetworkPart>;

  beforeEach(() => {
    tried = [];
    refusedOnce = new Set();
    findings = {
      ...{ websocket: working, udp: working, tcp: working, relay: working, bandwidth: working },
    };
    const probe = {
      try: (part: NetworkPart) => {
        tried.push(part);
        const refused: Finding = { outcome: 'failed' };
        return Promise.resolve(refusedOnce.delete(part) ? refused : findings[part]);
      },
    };
    const scene = new Scene({ provide: networkProbe, useValue: probe }, NetworkStore);
    scene.graphql.answer(OpenMediaCheckDocument, () => ({
      openMediaCheck: {
        __typename: 'MediaAccess' as const,
        url: 'ws://media.test',
        token: 'token-1',
        identity: 'leo:page-1',
        iceServers: [],
        isRelayOnly: false,
      },
    }));
  });

  async function check(): Promise<Screen<NetworkCheck>> {
    const screen = await show(NetworkCheck);
    await screen.press('button', 'Check my connection');
    return screen;
  }

  it('PRE-8 a part that did not answer is tried again alone', async () => {
    findings.tcp = { outcome: 'no-answer' };
    const screen = await check();
    expect(screen.text).toContain('No answer in time');
    expect(screen.text).not.toContain('blocks');
    await expectAccessible(screen);
    tried = [];
    refusedOnce = new Set();
    findings.tcp = working;
    await screen.press('button', 'Try again: Media over TCP');
    expect(tried).toEqual(['tcp']);
    expect(screen.text).not.toContain('No answer in time');
    expect(screen.has('button', /^Try again/)).toBe(false);
  });

  it('PRE-8 without the signal nothing else is tried; with it, again, all is', async () => {
    findings.websocket = { outcome: 'no-answer' };
    const screen = await check();
    expect(tried).toEqual(['websocket']);
    findings.websocket = working;
    await screen.press('button', 'Try again: Signal (WebSocket)');
    expect(tried).toEqual(['websocket', 'websocket', 'udp', 'tcp', 'relay', 'bandwidth']);
    expect(TestBed.inject(NetworkStore).isUsable()).toBe(true);
  });

  it('PRE-8 one refusal is not taken for an answer', async () => {
    refusedOnce.add('tcp');
    const screen = await check();
    expect(tried).toEqual(['websocket', 'udp', 'tcp', 'tcp', 'relay', 'bandwidth']);
    expect(screen.text).not.toContain('Not working');
  });

  it('PRE-8 a refusal is tried twice, what cannot be had here once; neither is offered again', async () => {
    findings.udp = { outcome: 'failed' };
    findings.tcp = { outcome: 'not-here' };
    const screen = await check();
    expect(tried).toEqual(['websocket', 'udp', 'udp', 'tcp', 'relay', 'bandwidth']);
    for (const text of ['Not working', 'Not possible here', 'runs on this very device']) {
      expect(screen.text).toContain(text);
    }
    expect(screen.has('button', /^Try again/)).toBe(false);
    await expectAccessible(screen);
  });
});
