import { TestBed } from '@angular/core/testing';
import { AuthClient } from '../account/auth-client';
import { aViewer } from '../testing/builders';
import { PushScene } from '../testing/push-scene';
import { settled } from '../testing/screen';
import {
  RemovePushSubscriptionDocument,
  SavePushSubscriptionDocument,
  SendTestPushDocument,
} from './notifications-operations';

const subscription = { endpoint: 'https://push.test/1', p256dh: 'key', auth: 'secret' };

describe('PushStore', () => {
  it('PRE-3 asks nobody anything by itself', async () => {
    const { store, gateway, graphql } = await PushScene.set();
    await store.look();
    expect(store.state()).toBe('off');
    expect(store.isWorthAsking()).toBeTrue();
    expect(gateway.questions).toBe(0);
    expect(graphql.calls(SavePushSubscriptionDocument)).toEqual([]);
  });

  it('PRE-3 subscribes with the server’s key when the person allows it', async () => {
    const { store, gateway, graphql } = await PushScene.set();
    await store.look();
    const allowing = store.allow();
    expect(store.state()).toBe('turning-on');
    await allowing;
    expect(store.state()).toBe('on');
    expect(store.isWorthAsking()).toBeFalse();
    expect(gateway.keys).toEqual(['server-key']);
    expect(graphql.calls(SavePushSubscriptionDocument)).toEqual([
      { input: { ...subscription, name: 'Chrome on Linux' } },
    ]);
    expect(store.devices().map(({ id }) => id)).toEqual(['here']);
  });

  it('PRE-3 renews the subscription when the app is opened again, without a question', async () => {
    const { store, gateway, graphql } = await PushScene.set();
    await store.allow();
    await store.look();
    expect(store.state()).toBe('on');
    expect(gateway.questions).toBe(1);
    expect(graphql.calls(SavePushSubscriptionDocument).length).toBe(2);
  });

  it('PRE-3 subscribes nobody who only uses a browser where another has allowed it', async () => {
    const scene = await PushScene.set();
    await scene.store.allow();
    const other = aViewer();
    await scene.signIn({ ...other, person: { ...other.person, id: 'somebody-else' } });
    await scene.store.look();
    expect(scene.store.state()).toBe('off');
    expect(scene.graphql.calls(SavePushSubscriptionDocument).length).toBe(1);
    // Nor is the other one, who never signed out, told on this person's screen.
    expect(await scene.gateway.current()).toBeNull();
  });

  for (const [answer, state] of [
    ['denied', 'denied'],
    ['default', 'off'],
  ] as const) {
    it(`PRE-3 is ${state} when the answer to the browser is ${answer}`, async () => {
      const { store, gateway, graphql } = await PushScene.set();
      gateway.answer = answer;
      await store.allow();
      expect(store.state()).toBe(state);
      expect(graphql.calls(SavePushSubscriptionDocument)).toEqual([]);
    });
  }

  it('PRE-3 knows that it was blocked before', async () => {
    const { store, gateway } = await PushScene.set();
    gateway.permission = 'denied';
    await store.look();
    expect(store.state()).toBe('denied');
    expect(store.isWorthAsking()).toBeFalse();
  });

  it('PRE-3 says so where push cannot be had, or only by installing', async () => {
    const { store, gateway } = await PushScene.set({ hasPush: false });
    await store.look();
    expect(store.state()).toBe('unsupported');
    gateway.facts = { ...gateway.facts, userAgent: 'iPhone' };
    await store.look();
    expect(store.state()).toBe('needs-installing');
    expect(store.isWorthAsking()).toBeTrue();
  });

  it('PRE-3 fails where there is no push service, and may be tried again', async () => {
    const { store, gateway } = await PushScene.set();
    gateway.isBroken = true;
    await store.allow();
    expect(store.state()).toBe('failed');
    gateway.isBroken = false;
    await store.allow();
    expect(store.state()).toBe('on');
  });

  it('PRE-3 fails where the server does not take the subscription', async () => {
    const { store, graphql } = await PushScene.set();
    graphql.answer(SavePushSubscriptionDocument, () => ({
      savePushSubscription: { __typename: 'InvalidPushSubscription' as const, message: 'No.' },
    }));
    await store.allow();
    expect(store.state()).toBe('failed');
  });

  it('PRE-3 remembers "Not now"', async () => {
    const { store } = await PushScene.set();
    await store.look();
    store.postpone();
    expect(store.isWorthAsking()).toBeFalse();
    await store.look();
    expect(store.isWorthAsking()).toBeFalse();
    expect(store.state()).toBe('off');
  });

  it('PRE-3 turns off here, for the browser and for the server, and stays off', async () => {
    const { store, gateway, graphql } = await PushScene.set();
    await store.allow();
    await store.turnOff();
    expect(store.state()).toBe('off');
    expect(await gateway.current()).toBeNull();
    const { endpoint } = subscription;
    expect(graphql.calls(RemovePushSubscriptionDocument)).toEqual([{ input: { endpoint } }]);
    await store.look();
    expect(store.state()).toBe('off');
  });

  it('PRE-3 ends on this device when the person signs out, and comes back with them', async () => {
    const scene = await PushScene.set();
    const { store, gateway, graphql } = scene;
    await store.allow();
    spyOn(globalThis, 'fetch').and.resolveTo(new Response('{}'));
    await TestBed.inject(AuthClient).signOut();
    expect(graphql.calls(RemovePushSubscriptionDocument).length).toBe(1);
    expect(await gateway.current()).toBeNull();
    await scene.signIn();
    await store.look();
    expect(store.state()).toBe('on');
  });

  it('PRE-3 goes on telling this device where signing out fails', async () => {
    const { store, gateway, graphql } = await PushScene.set();
    await store.allow();
    spyOn(globalThis, 'fetch').and.rejectWith(new TypeError('Failed to fetch'));
    await TestBed.inject(AuthClient).signOut();
    await settled();
    expect(await gateway.current()).toEqual(subscription);
    expect(graphql.calls(SavePushSubscriptionDocument).length).toBe(2);
    expect(store.state()).toBe('on');
    expect(store.device()?.id).toBe('here');
    expect(gateway.questions).withContext('nobody is asked anew').toBe(1);
  });

  it('PRE-3 forgets another device, or this one, from the list', async () => {
    const scene = await PushScene.set();
    const { store } = scene;
    scene.hasPhone();
    await store.allow();
    const [here, phone] = store.devices();
    if (!here || !phone) throw new Error('two devices are expected');
    await store.remove(phone);
    expect(store.devices()).toEqual([here]);
    expect(store.state()).toBe('on');
    await store.remove(here);
    expect(store.devices()).toEqual([]);
    expect(store.state()).toBe('off');
  });

  it('PRE-3 sends a test and says how it went', async () => {
    const { store, graphql } = await PushScene.set();
    await store.allow();
    await store.sendTest();
    expect(store.testResult()).toEqual(jasmine.objectContaining({ sent: 1, failed: 0 }));
    graphql.refuse(SendTestPushDocument, 'failed');
    await store.sendTest();
    expect(store.testResult()).toBe('failed');
    expect(store.isTesting()).toBeFalse();
  });
});
