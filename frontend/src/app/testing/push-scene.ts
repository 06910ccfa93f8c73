import { TestBed } from '@angular/core/testing';
import {
  PushDevicesDocument,
  PushKeyDocument,
  RemovePushSubscriptionDocument,
  SavePushSubscriptionDocument,
  SendTestPushDocument,
} from '../notifications/notifications-operations';
import { PushGateway } from '../notifications/push-gateway';
import { PushStore } from '../notifications/push-store';
import { isoAt } from './builders';
import { FakePushGateway } from './fake-push';
import { Scene } from './scene';

const phone = { __typename: 'PushDevice' as const, id: 'phone', name: 'Chrome on Android' };

/** Somebody signed in, with a browser that may have push, and an API that keeps devices. */
export class PushScene extends Scene {
  readonly gateway: FakePushGateway;
  readonly store: PushStore;
  private saved: { __typename: 'PushDevice'; id: string; name: string; addedAt: string }[] = [];

  private constructor(gateway: FakePushGateway) {
    super({ provide: PushGateway, useValue: gateway });
    this.gateway = gateway;
    this.store = TestBed.inject(PushStore);
    this.serve();
  }

  static async set(facts: Partial<FakePushGateway['facts']> = {}): Promise<PushScene> {
    const gateway = new FakePushGateway();
    gateway.facts = { ...gateway.facts, ...facts };
    const scene = new PushScene(gateway);
    await scene.signIn();
    return scene;
  }

  /** The person has a phone that is told as well. */
  hasPhone(): void {
    this.saved.push({ ...phone, addedAt: isoAt(-1000) });
  }

  private serve(): void {
    const { graphql } = this;
    graphql.answer(PushKeyDocument, () => ({ pushKey: 'server-key' }));
    graphql.answer(PushDevicesDocument, () => ({ pushDevices: this.saved }));
    graphql.answer(SavePushSubscriptionDocument, ({ input }) => {
      const device = { ...phone, id: 'here', name: input.name ?? '', addedAt: isoAt(0) };
      this.saved = [device, ...this.saved.filter(({ id }) => id !== 'here')];
      return { savePushSubscription: device };
    });
    graphql.answer(RemovePushSubscriptionDocument, ({ input }) => {
      const gone = input.id ?? 'here';
      this.saved = this.saved.filter(({ id }) => id !== gone);
      return { removePushSubscription: true };
    });
    graphql.answer(SendTestPushDocument, () => ({
      sendTestPush: { sent: this.saved.length, failed: 0 },
    }));
  }
}
