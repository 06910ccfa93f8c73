import { createUnionType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { DateTime } from '../../platform/graphql/date-time.ts';
import { Problem } from '../../platform/graphql/problem.ts';
import type { PushDevice } from '../domain/push-subscription.ts';

@ObjectType('PushDevice', { description: 'A browser of the viewer that notifications go to.' })
export class PushDeviceType {
  @Field(() => ID, { description: 'Identifier.' })
  readonly id: string;

  @Field(() => String, { description: 'What it calls itself: “Chrome on Android”.' })
  readonly name: string;

  @Field(() => DateTime, { description: 'When it was added.' })
  readonly addedAt: number;

  @Field(() => DateTime, { description: 'When it last said that it wishes to be told.' })
  readonly renewedAt: number;

  constructor({ id, device, addedAt, renewedAt }: PushDevice) {
    this.id = id;
    this.name = device;
    this.addedAt = addedAt;
    this.renewedAt = renewedAt;
  }
}

@InputType({ description: 'A subscription as the browser gives it (`PushSubscription`).' })
export class SavePushSubscriptionInput {
  @Field(() => String, { description: 'Where its push service takes messages for it.' })
  endpoint!: string;

  @Field(() => String, { description: 'Its public key, in base64url.' })
  p256dh!: string;

  @Field(() => String, { description: 'The secret that it shares with us, in base64url.' })
  auth!: string;

  @Field(() => String, { defaultValue: '', description: 'What it calls itself.' })
  name!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Endpoint of the viewer’s subscription that this one takes the place of.',
  })
  replaces?: string;
}

@InputType({ description: 'A device to forget: by its identifier, or by its endpoint.' })
export class RemovePushSubscriptionInput {
  @Field(() => String, { nullable: true, description: 'Where messages for it were taken.' })
  endpoint?: string;

  @Field(() => ID, { nullable: true, description: 'Identifier of the device.' })
  id?: string;
}

@ObjectType({ implements: Problem, description: 'The subscription cannot be used.' })
export class InvalidPushSubscription extends Problem {}

export const SavePushSubscriptionResult = createUnionType({
  name: 'SavePushSubscriptionResult',
  description: 'The device as it was kept, or why it was not.',
  types: () => [PushDeviceType, InvalidPushSubscription] as const,
});

@ObjectType('TestPushResult', { description: 'On how many devices a test came out how.' })
export class TestPushResult {
  @Field(() => Int, { description: 'Devices whose push service took it.' })
  readonly sent: number;

  @Field(() => Int, { description: 'Devices that it could not be sent to.' })
  readonly failed: number;

  constructor(sent: number, failed: number) {
    this.sent = sent;
    this.failed = failed;
  }
}
