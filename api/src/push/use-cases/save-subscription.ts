import { ECDH } from 'node:crypto';
import {
  checkSubscription,
  deviceName,
  type PushDevice,
  type PushSubscriptionKeys,
  type SubscriptionFault,
} from '../domain/push-subscription.ts';
import type { PushDevices } from '../store/push-devices.ts';

export interface SubscriptionRequest extends PushSubscriptionKeys {
  readonly personId: string;
  readonly device: string;
}

export type SubscriptionAnswer =
  { readonly device: PushDevice } | { readonly rejected: SubscriptionFault };

/** Keeps a browser that wishes to be told; the same one again renews it. */
export class SaveSubscription {
  constructor(
    private readonly devices: Pick<PushDevices, 'save'>,
    private readonly mayCall: (endpoint: string) => boolean,
  ) {}

  async run({ personId, device, ...given }: SubscriptionRequest): Promise<SubscriptionAnswer> {
    const checked = checkSubscription(given);
    if ('fault' in checked) return { rejected: checked.fault };
    if (!this.mayCall(checked.endpoint)) return { rejected: 'ENDPOINT' };
    if (!isOnCurve(checked.p256dh)) return { rejected: 'KEYS' };
    const name = deviceName(device);
    return { device: await this.devices.save({ ...checked, personId, device: name }) };
  }
}

/** A key off the curve looks like any other, and no message can be written with it. */
function isOnCurve(p256dh: string): boolean {
  try {
    ECDH.convertKey(p256dh, 'prime256v1', 'base64url', 'base64url', 'compressed');
    return true;
  } catch {
    return false;
  }
}
