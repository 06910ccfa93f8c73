import { TestBed } from '@angular/core/testing';
import { DeviceStore } from '../media/device-store';
import { OpenMediaCheckDocument } from '../media/media-operations';
import { type Finding, type NetworkPart, networkProbe } from '../media/network-probe';
import { expectAccessible } from '../testing/accessibility';
import { browserError } from '../testing/fake-media';
import { Scene } from '../testing/scene';
import { type Screen, show, textOf } from '../testing/screen';
import { ReportReadinessDocument } from './device-check-operations';
import { GuidedCheck } from './guided-check';

type Findings = Readonly<Record<NetworkPart, Finding>>;

const working: Finding = { outcome: 'working', connectMs: 20 };
const fine: Findings = {
  websocket: working,
  udp: working,
  tcp: working,
  relay: { outcome: 'not-offered' },
  bandwidth: { outcome: 'working', upKbps: 2100 },
};

describe('GuidedCheck', () => {
  let scene: Scene;
  let tried: NetworkPart[];

  async function open(findings: Findings = fine, sessionId: string | null = 'session-1') {
    scene = new Scene();
    tried = [];
    const probe = {
      try: (part: NetworkPart) => {
        tried.push(part);
        return Promise.resolve(findings[part]);
      },
    };
    TestBed.overrideComponent(GuidedCheck, {
      add: { providers: [{ provide: networkProbe, useValue: probe }] },
    });
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
    scene.graphql.answer(ReportReadinessDocument, () => ({
      reportReadiness: { __typename: 'Session' as const, id: 'session-1' },
    }));
    await TestBed.inject(DeviceStore).start();
    return show(GuidedCheck, { sessionId, otherName: 'Mia Mentor' });
  }

  async function hearTheSound(screen: Screen<GuidedCheck>): Promise<void> {
    await screen.press('button', 'Play test sound');
    await screen.press('button', 'Yes');
  }

  it('ROOM-15 keeps the keyboard in the check from step to step', async () => {
    const screen = await open();
    const step = () => screen.root.querySelector<HTMLElement>('.step');
    expect(document.activeElement).toBe(step());
    for (const _device of ['camera', 'microphone']) {
      screen.get('button', 'Yes').focus();
      await screen.press('button', 'Yes');
      expect(document.activeElement).not.toBe(document.body);
    }
    expect(document.activeElement).toBe(step());
    expect(screen.text).toContain('Put on your headphones');
  });

  it('PRE-8 leads through camera, microphone, speaker and network, and tells the other', async () => {
    const screen = await open();
    expect(screen.text).toContain('Do you see yourself in the picture?');
    await expectAccessible(screen);
    await screen.press('button', 'Yes');
    expect(screen.text).toContain('Say something.');
    await screen.press('button', 'Yes');
    await hearTheSound(screen);
    await screen.settle();
    expect(tried).toEqual(['websocket', 'udp', 'tcp', 'relay', 'bandwidth']);
    expect(screen.text).toContain('Not configured');
    expect(screen.text).toContain('2.1 Mbit/s');
    await expectAccessible(screen);
    await screen.press('button', 'Finish');
    expect(screen.text).toContain('You are ready');
    expect(screen.text).toContain('Mia Mentor can see that.');
    const results = { camera: 'OK', microphone: 'OK', speaker: 'OK', network: 'OK' } as const;
    expect(scene.graphql.calls(ReportReadinessDocument)).toEqual([
      { input: { sessionId: 'session-1', ...results } },
    ]);
    await expectAccessible(screen);
  });

  it('PRE-8 can be skipped step by step, and whoever goes without on purpose is ready', async () => {
    const screen = await open();
    await screen.press('button', 'Go without');
    expect(scene.media.device('camera').isOn).toBe(false);
    await screen.press('button', 'Go without');
    await screen.press('button', 'Skip');
    await screen.press('button', 'Skip');
    expect(screen.text).toContain('You are ready');
    expect(TestBed.inject(DeviceStore).hasPassedCheck()).toBe(true);
    const [call] = scene.graphql.calls(ReportReadinessDocument);
    expect(call?.input.camera).toBe('SKIPPED');
    expect(call?.input.network).toBe('SKIPPED');
  });

  const lines: readonly [width: number, lines: number][] = [
    [1280, 1],
    [490, 1],
    [342, 2],
    [272, 2],
  ];
  for (const [width, expected] of lines) {
    it(`PRE-8 ROOM-14 at ${String(width)} px the steps stand in ${String(expected)} lines`, async () => {
      const screen = await open();
      screen.root.style.inlineSize = `${String(width)}px`;
      const steps = [...screen.root.querySelectorAll('ol button')];
      expect(new Set(steps.map((step) => step.getBoundingClientRect().top)).size).toBe(expected);
      expect(steps.every(({ scrollWidth, clientWidth }) => scrollWidth <= clientWidth)).toBe(true);
    });
  }

  it('FAIL-3 tells the other what does not work', async () => {
    const blocked = { ...fine, websocket: { outcome: 'failed' } as const };
    const screen = await open(blocked);
    await screen.press('button', 'Yes');
    await screen.press('button', 'No');
    await hearTheSound(screen);
    await screen.settle();
    expect(tried).toEqual(['websocket', 'websocket']);
    expect(screen.text).toContain('Not working');
    expect(screen.text).toContain('blocks WebSockets');
    await screen.press('button', 'Finish');
    expect(screen.text).toContain('Your microphone and network connection do not work yet.');
    expect(screen.text).toContain('You can join with what works.');
    const [call] = scene.graphql.calls(ReportReadinessDocument);
    expect(call?.input.microphone).toBe('PROBLEM');
    expect(call?.input.network).toBe('PROBLEM');
    await expectAccessible(screen);
  });

  it('FAIL-3 offers to turn on what is not open', async () => {
    const screen = await open();
    scene.media.broken.camera = browserError('NotReadableError');
    scene.media.device('camera').unplug();
    await screen.settle();
    expect(screen.text).toContain('Your camera is not on.');
    delete scene.media.broken.camera;
    await screen.press('button', 'Turn on');
    expect(screen.text).toContain('Do you see yourself in the picture?');
  });

  it('FAIL-10 says that the other could not be told, and tells again', async () => {
    const screen = await open();
    scene.graphql.refuse(ReportReadinessDocument, 'unreachable');
    for (const name of ['Go without', 'Go without', 'Skip', 'Skip']) {
      await screen.press('button', name);
    }
    expect(screen.text).toContain('Mia Mentor could not be told.');
    scene.graphql.answer(ReportReadinessDocument, () => ({
      reportReadiness: { __typename: 'Session' as const, id: 'session-1' },
    }));
    await screen.press('button', 'Try again');
    expect(screen.text).toContain('Mia Mentor can see that.');
  });

  it('FAIL-10 says that the video service does not answer', async () => {
    const screen = await open();
    scene.graphql.answer(OpenMediaCheckDocument, () => ({
      openMediaCheck: { __typename: 'MediaUnavailable' as const, message: '' },
    }));
    await screen.press('button', /Network/);
    await screen.settle();
    expect(textOf(screen.get('alert'))).toBe('Video service unavailable. Try again.');
    expect(tried).toEqual([]);
    await screen.press('button', 'Finish');
    expect(screen.text).toContain('Do you see yourself in the picture?');
  });

  it('PRE-8 tells nobody where there is no session, and gives the result to copy', async () => {
    const screen = await open(fine, null);
    spyOn(navigator.clipboard, 'writeText').and.resolveTo();
    for (const name of ['Go without', 'Go without', 'Skip', 'Skip']) {
      await screen.press('button', name);
    }
    expect(scene.graphql.calls(ReportReadinessDocument)).toEqual([]);
    await screen.press('button', 'Copy result');
    expect(screen.text).toContain('Copied.');
    const [text] = (navigator.clipboard.writeText as jasmine.Spy).calls.mostRecent().args as [
      string,
    ];
    expect(text).toContain('Camera: skipped (Front camera)');
    expect(text).toContain('Media over UDP: Working (connected in 20 ms)');
  });
});
