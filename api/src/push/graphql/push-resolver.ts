import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { type RequestContext, signedIn } from '../../accounts/request-context.ts';
import type { Allowances, Quota } from '../../platform/allowances/allowances.ts';
import { charge } from '../../platform/graphql/charge.ts';
import { badInput } from '../../platform/graphql/errors.ts';
import { isId } from '../../platform/ids.ts';
import type { SubscriptionFault } from '../domain/push-subscription.ts';
import type { DeviceChoice, PushDevices } from '../store/push-devices.ts';
import type { PushKeys } from '../store/push-keys.ts';
import type { SaveSubscription } from '../use-cases/save-subscription.ts';
import type { SendPush } from '../use-cases/send-push.ts';
import {
  InvalidPushSubscription,
  PushDeviceType,
  RemovePushSubscriptionInput,
  SavePushSubscriptionInput,
  SavePushSubscriptionResult,
  TestPushResult,
} from './push-type.ts';

interface Parts {
  readonly keys: PushKeys;
  readonly devices: PushDevices;
  readonly save: SaveSubscription;
  readonly send: SendPush;
  readonly allowances: Allowances;
}

const testLimit: Quota = { name: 'push-tests', most: 1, windowMs: 5000 };
const testMessage = {
  title: 'Notifications work',
  body: 'PeerLearn will tell you here when your session starts.',
  path: '/settings',
  tag: 'test',
  ttlSeconds: 60,
};

@Resolver()
export class PushResolver {
  constructor(private readonly parts: Parts) {}

  @Query(() => String, {
    description: 'Public key with which a browser subscribes (`applicationServerKey`), base64url.',
  })
  async pushKey(@Ctx() context: RequestContext): Promise<string> {
    signedIn(context);
    return (await this.parts.keys.pair()).publicKey;
  }

  @Query(() => [PushDeviceType], {
    description: 'The devices that notifications of the viewer go to, the latest seen first.',
  })
  async pushDevices(@Ctx() context: RequestContext): Promise<readonly PushDeviceType[]> {
    const devices = await this.parts.devices.of(signedIn(context).personId);
    return devices.map((device) => new PushDeviceType(device));
  }

  @Mutation(() => SavePushSubscriptionResult, {
    description: 'Lets notifications go to a browser; again, it is renewed. At most ten a person.',
  })
  async savePushSubscription(
    @Ctx() context: RequestContext,
    @Arg('input', () => SavePushSubscriptionInput, { description: 'What the browser gave.' })
    { name, replaces, ...keys }: SavePushSubscriptionInput,
  ): Promise<PushDeviceType | InvalidPushSubscription> {
    const { personId } = signedIn(context);
    const answer = await this.parts.save.run({ ...keys, personId, device: name });
    if ('rejected' in answer) return refusal(answer.rejected);
    if (replaces !== undefined && replaces !== keys.endpoint) {
      await this.parts.devices.remove(personId, { endpoint: replaces });
    }
    return new PushDeviceType(answer.device);
  }

  @Mutation(() => Boolean, {
    description: 'Ends notifications on a device of the viewer; false where there was none.',
  })
  removePushSubscription(
    @Ctx() context: RequestContext,
    @Arg('input', () => RemovePushSubscriptionInput, { description: 'Which device.' })
    input: RemovePushSubscriptionInput,
  ): Promise<boolean> {
    const { personId } = signedIn(context);
    return this.parts.devices.remove(personId, choiceOf(input));
  }

  @Mutation(() => TestPushResult, {
    description: 'Sends a test to every device of the viewer; once in five seconds.',
  })
  async sendTestPush(@Ctx() context: RequestContext): Promise<TestPushResult> {
    const { personId } = signedIn(context);
    await charge(this.parts.allowances, testLimit, personId);
    const { delivered, gone, failed } = await this.parts.send.run(personId, testMessage);
    return new TestPushResult(delivered, gone + failed);
  }
}

function choiceOf({ id, endpoint }: RemovePushSubscriptionInput): DeviceChoice {
  if (endpoint !== undefined && id === undefined) return { endpoint };
  if (id !== undefined && endpoint === undefined && isId(id)) return { id };
  throw badInput('Name a device by its id or by its endpoint.');
}

function refusal(fault: SubscriptionFault): InvalidPushSubscription {
  switch (fault) {
    case 'ENDPOINT':
      return new InvalidPushSubscription('This push service cannot be used.');
    case 'KEYS':
      return new InvalidPushSubscription('The keys of this browser cannot be read.');
    default:
      return fault satisfies never;
  }
}
