import { TestBed } from '@angular/core/testing';
import { isoAt, minutesIn } from '../testing/builders';
import { Scene } from '../testing/scene';
import { settled } from '../testing/screen';
import { type Entry, MediaGateway } from './media-gateway';
import {
  JoinSessionDocument,
  type JoinSessionMutation,
  LeaveSessionDocument,
  OpenMediaCheckDocument,
  ReportConnectionDocument,
} from './media-operations';

type Answer = JoinSessionMutation['joinSession'];

const place = { sessionId: 'session-1', connectionId: 'page-1' };
const access = {
  __typename: 'MediaAccess' as const,
  url: 'ws://media.test',
  token: 'token-1',
  identity: 'leo:page-1',
  iceServers: [],
  isRelayOnly: false,
  validUntil: isoAt(5),
};

describe('MediaGateway', () => {
  let scene: Scene;
  let gateway: MediaGateway;

  beforeEach(() => {
    scene = new Scene();
    gateway = TestBed.inject(MediaGateway);
  });

  it('ROOM-2 gives the way in', async () => {
    scene.graphql.answer(JoinSessionDocument, () => ({ joinSession: access }));
    expect(await gateway.join(place)).toEqual({
      kind: 'access',
      access: jasmine.objectContaining({ url: 'ws://media.test', token: 'token-1' }),
      validUntil: minutesIn(5),
    } as never);
    expect(scene.graphql.calls(JoinSessionDocument)).toEqual([{ input: place }]);
  });

  const refusals: readonly [name: string, answer: Answer, kind: Entry['kind']][] = [
    [
      'PRE-13 too early',
      { __typename: 'JoinWindowClosed' as const, message: '', opensAt: isoAt(-15) },
      'too-early',
    ],
    ['LIFE-5 over', { __typename: 'SessionAlreadyEnded' as const, message: '' }, 'over'],
    [
      'FAIL-10 no video service',
      { __typename: 'MediaUnavailable' as const, message: '' },
      'no-media',
    ],
  ];
  for (const [name, answer, kind] of refusals) {
    it(name, async () => {
      scene.graphql.answer(JoinSessionDocument, () => ({ joinSession: answer }));
      expect(await gateway.join(place)).toEqual({ kind } as Entry);
    });
  }

  const faults = [
    ['unreachable', 'unreachable'],
    ['failed', 'unreachable'],
    ['too-many', 'unreachable'],
    ['forbidden', 'refused'],
    ['signed-out', 'refused'],
  ] as const;
  for (const [fault, kind] of faults) {
    it(`FAIL-12 takes ${fault} for ${kind}`, async () => {
      scene.graphql.refuse(JoinSessionDocument, fault);
      expect(await gateway.join(place)).toEqual({ kind });
    });
  }

  const checks = [
    ['too-many', 'busy'],
    ['failed', 'unreachable'],
    ['unreachable', 'unreachable'],
  ] as const;
  for (const [fault, answer] of checks) {
    it(`PRE-8 takes ${fault} for ${answer} where the way is tried`, async () => {
      scene.graphql.refuse(OpenMediaCheckDocument, fault);
      expect(await gateway.openCheck()).toBe(answer);
    });
  }

  it('FAIL-5 says why it leaves', async () => {
    await gateway.leave(place, 'LEFT_BY_CHOICE');
    expect(scene.graphql.calls(LeaveSessionDocument)).toEqual([
      { input: { ...place, reason: 'LEFT_BY_CHOICE' } },
    ]);
  });

  it('FAIL-5 says it with its last breath when the page closes', () => {
    gateway.leaveForGood(place);
    expect(scene.graphql.lastWords).toEqual([{ input: { ...place, reason: 'PAGE_CLOSED' } }]);
  });

  it('LIFE-2 reports what became of its connection, by the server’s time', async () => {
    const word = { sid: 'sid-1', state: 'LOST', at: minutesIn(4) } as const;
    await gateway.report(place, { ...word, silentSince: null });
    expect(scene.graphql.calls(ReportConnectionDocument)).toEqual([
      {
        input: { ...place, sid: 'sid-1', state: 'LOST', at: new Date(minutesIn(4)).toISOString() },
      },
    ]);
  });

  it('LIFE-2 tells of a time in which nothing came, again until the server has it', async () => {
    scene.graphql.refuse(ReportConnectionDocument, 'unreachable');
    const word = { sid: 'sid-1', state: 'BACK', at: minutesIn(4) } as const;
    const told = gateway.report(place, { ...word, silentSince: minutesIn(3) });
    await settled();
    scene.graphql.answer(ReportConnectionDocument, () => ({ reportConnection: true }));
    scene.graphql.askAgain();
    await told;
    const calls = scene.graphql.calls(ReportConnectionDocument);
    const at = new Date(minutesIn(4)).toISOString();
    const silentSince = new Date(minutesIn(3)).toISOString();
    expect(calls.length).toBe(2);
    expect(calls[1]).toEqual({ input: { ...place, sid: 'sid-1', state: 'BACK', at, silentSince } });
  });
});
