import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { DateTime } from '../../platform/graphql/date-time.ts';
import { type DeviceResult, isReady, type Readiness } from '../domain/readiness.ts';

export const DeviceResultEnum = {
  OK: 'OK',
  PROBLEM: 'PROBLEM',
  SKIPPED: 'SKIPPED',
} as const satisfies Record<DeviceResult, string>;

registerEnumType(DeviceResultEnum, {
  name: 'DeviceResult',
  description: 'What trying a device has shown.',
  valuesConfig: {
    OK: { description: 'It works.' },
    PROBLEM: { description: 'It does not work.' },
    SKIPPED: { description: 'The person goes without it, or did not try it.' },
  },
});

@ObjectType('Readiness', {
  description: 'What a person found when they last tried their devices for a session.',
})
export class ReadinessType {
  @Field(() => DateTime, { description: 'When that was.' })
  readonly at: number;

  @Field(() => DeviceResultEnum, { description: 'The camera.' })
  readonly camera: DeviceResult;

  @Field(() => DeviceResultEnum, { description: 'The microphone.' })
  readonly microphone: DeviceResult;

  @Field(() => DeviceResultEnum, { description: 'The loudspeaker or the headphones.' })
  readonly speaker: DeviceResult;

  @Field(() => DeviceResultEnum, { description: 'The way to the media server.' })
  readonly network: DeviceResult;

  @Field(() => Boolean, { description: 'Whether nothing of it fails.' })
  readonly isReady: boolean;

  constructor(readiness: Readiness) {
    this.at = readiness.at;
    this.camera = readiness.camera;
    this.microphone = readiness.microphone;
    this.speaker = readiness.speaker;
    this.network = readiness.network;
    this.isReady = isReady(readiness);
  }
}
