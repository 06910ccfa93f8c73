import { Service, computed, inject, signal } from '@angular/core';
import { AuthClient } from '../account/auth-client';
import { ViewerStore } from '../account/viewer-store';
import { GraphqlClient } from '../platform/graphql-client';
import { faultOf } from '../platform/graphql-fault';
import { BrowserStorage } from '../platform/storage';
import { deviceNameOf, supportOf } from './domain/push-support';
import {
  type DeviceFragment,
  PushDevicesDocument,
  PushKeyDocument,
  RemovePushSubscriptionDocument,
  SavePushSubscriptionDocument,
  SendTestPushDocument,
} from './notifications-operations';
import { PushGateway } from './push-gateway';

export type PushState =
  | 'checking'
  | 'unsupported'
  /** An iPhone or iPad, where only an installed app may notify. */
  | 'needs-installing'
  /** Can be had, and is not on for this person here. */
  | 'off'
  | 'turning-on'
  | 'on'
  /** Refused by the person, for this page, in this browser. */
  | 'denied'
  | 'failed';

export type TestResult = { readonly sent: number; readonly failed: number } | 'failed' | null;

/** What the person has chosen on this device. */
type Choice = 'on' | 'later';

const open: ReadonlySet<PushState> = new Set(['off', 'needs-installing', 'turning-on', 'failed']);

/** Whether this device tells the person when a session starts, and which others do. */
@Service()
export class PushStore {
  private readonly gateway = inject(PushGateway);
  private readonly graphql = inject(GraphqlClient);
  private readonly viewers = inject(ViewerStore);
  private readonly storage = inject(BrowserStorage);
  private readonly stage = signal<PushState>('checking');
  private readonly self = signal<DeviceFragment | null>(null);
  private readonly others = signal<readonly DeviceFragment[]>([]);
  private readonly choice = signal<Choice | null>(null);
  private readonly tested = signal<TestResult>(null);
  private readonly testing = signal(false);

  readonly state = this.stage.asReadonly();
  readonly device = this.self.asReadonly();
  readonly devices = this.others.asReadonly();
  readonly testResult = this.tested.asReadonly();
  readonly isTesting = this.testing.asReadonly();
  /** Whether the person may be asked here: it can be had, and they have not answered yet. */
  readonly isWorthAsking = computed(() => this.choice() === null && open.has(this.stage()));

  constructor() {
    inject(AuthClient).beforeSignOut({
      leave: () => this.unsave(),
      // Kept until it is certain, because a subscription that is ended cannot be had back unasked.
      left: () => this.unsubscribe(),
      stay: () => this.look(),
    });
  }

  /** Nobody is signed in any more: what was known of them is nobody else's. */
  forget(): void {
    this.stage.set('checking');
    this.self.set(null);
    this.others.set([]);
    this.choice.set(null);
    this.tested.set(null);
  }

  /** Looks how things stand for whoever is signed in; asks nobody anything. */
  async look(): Promise<void> {
    const choice = readChoice(this.storage.read(this.key));
    this.choice.set(choice);
    const support = supportOf(this.gateway.facts);
    if (support !== 'supported') this.stage.set(support);
    else if (this.gateway.permission === 'denied') this.stage.set('denied');
    else if (this.gateway.permission === 'granted' && choice === 'on') await this.subscribe();
    else await this.stayOff();
  }

  /** Asks for the permission and turns notifications on here. Called by a press of a button alone. */
  async allow(): Promise<void> {
    this.stage.set('turning-on');
    const permission = await this.gateway.ask().catch(() => null);
    if (permission === 'granted') await this.subscribe();
    else if (permission === 'denied') this.stage.set('denied');
    else this.stage.set(permission === null ? 'failed' : 'off');
  }

  /** Not now: the question is not put again by itself on this device. */
  postpone(): void {
    this.choose('later');
  }

  async turnOff(): Promise<void> {
    this.choose('later');
    await this.leaveDevice();
    this.stage.set('off');
    await this.loadDevices();
  }

  async loadDevices(): Promise<void> {
    try {
      const { pushDevices } = await this.graphql.query(PushDevicesDocument, {});
      this.others.set(pushDevices);
    } catch {
      // The list stays as it was; everything else works without it.
    }
  }

  async remove({ id }: DeviceFragment): Promise<void> {
    if (id === this.self()?.id) {
      await this.turnOff();
      return;
    }
    await this.graphql
      .mutate(RemovePushSubscriptionDocument, { input: { id } })
      .catch(() => undefined);
    await this.loadDevices();
  }

  /** Sends a test to all devices of the person. */
  async sendTest(): Promise<void> {
    this.testing.set(true);
    this.tested.set(null);
    try {
      const { sendTestPush } = await this.graphql.mutate(SendTestPushDocument, {});
      this.tested.set(sendTestPush);
      await this.loadDevices();
    } catch {
      this.tested.set('failed');
    } finally {
      this.testing.set(false);
    }
  }

  private async subscribe(): Promise<void> {
    const personId = this.viewers.id();
    try {
      const { pushKey } = await this.graphql.query(PushKeyDocument, {});
      const subscription = await this.gateway.subscribe(pushKey);
      const name = deviceNameOf(this.gateway.facts.userAgent);
      const { savePushSubscription } = await this.graphql.mutate(
        SavePushSubscriptionDocument,
        { input: { ...subscription, name } },
        'repeatable',
      );
      if (personId !== this.viewers.id()) return;
      if (savePushSubscription.__typename !== 'PushDevice') throw new Error('refused');
      this.self.set(savePushSubscription);
      this.choose('on');
      this.stage.set('on');
      await this.loadDevices();
    } catch (error) {
      // Whoever has signed out meanwhile is told nothing.
      this.stage.set(faultOf(error) === 'signed-out' ? 'off' : 'failed');
    }
  }

  /** Whoever was signed in here and never signed out is not told on this person's screen. */
  private async stayOff(): Promise<void> {
    this.stage.set('off');
    if (this.gateway.permission === 'granted') {
      await this.gateway.unsubscribe().catch(() => undefined);
    }
  }

  /** Ends it on this device, for the browser and for the server. */
  private async leaveDevice(): Promise<void> {
    await Promise.allSettled([this.unsave(), this.unsubscribe()]);
  }

  /** The server tells this device nothing more. */
  private async unsave(): Promise<void> {
    const endpoint = (await this.subscription())?.endpoint;
    this.self.set(null);
    if (endpoint === undefined) return;
    await this.graphql.mutate(RemovePushSubscriptionDocument, { input: { endpoint } });
  }

  private async unsubscribe(): Promise<void> {
    if (await this.subscription()) await this.gateway.unsubscribe();
  }

  private async subscription() {
    if (supportOf(this.gateway.facts) !== 'supported') return null;
    return this.gateway.current().catch(() => null);
  }

  private choose(choice: Choice): void {
    this.choice.set(choice);
    this.storage.write(this.key, choice);
  }

  private get key(): string {
    return `push.${this.viewers.id()}`;
  }
}

function readChoice(value: unknown): Choice | null {
  return value === 'on' || value === 'later' ? value : null;
}
