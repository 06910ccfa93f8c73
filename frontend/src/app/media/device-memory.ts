import { Service, inject } from '@angular/core';
import { BrowserStorage } from '../platform/storage';
import type { DeviceChoice, DeviceKind } from './call';

type Kind = DeviceKind | 'speaker';

/** Which devices the person chose on this browser, and what they are called while they are away. */
@Service()
export class DeviceMemory {
  private readonly storage = inject(BrowserStorage);

  chosen(kind: Kind): string | null {
    const remembered = this.storage.read(kind);
    return typeof remembered === 'string' ? remembered : null;
  }

  name(kind: Kind): string {
    const remembered = this.storage.read(`${kind}-name`);
    return typeof remembered === 'string' && remembered !== '' ? remembered : `The chosen ${kind}`;
  }

  remember(kind: Kind, deviceId: string, among: readonly DeviceChoice[]): void {
    this.storage.write(kind, deviceId);
    this.storage.write(`${kind}-name`, among.find(({ id }) => id === deviceId)?.label ?? null);
  }
}
