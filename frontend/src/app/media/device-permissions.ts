import { Service } from '@angular/core';
import type { DeviceKind } from './call';
import { type DeviceFault, type Permission, diagnose } from './domain/device-fault';

const nameless = { name: '', message: '' };

/** What the browser says of this page's right to a device, where it says anything. */
@Service()
export class DevicePermissions {
  async state(kind: DeviceKind): Promise<Permission> {
    return (await this.status(kind))?.state ?? 'unknown';
  }

  /** Why an attempt to open a device failed, of which the browser lists so many. */
  async faultOf(kind: DeviceKind, error: unknown, devices: number): Promise<DeviceFault> {
    const { name: errorName, message: errorMessage } = error instanceof Error ? error : nameless;
    const permission = await this.state(kind);
    const { isSecureContext: isSecure } = globalThis;
    return diagnose({ errorName, errorMessage, permission, devices, isSecure });
  }

  /** Calls back whenever the person changes it, until the returned function is called. */
  watch(kind: DeviceKind, changed: (permission: Permission) => void): () => void {
    const stopping = new AbortController();
    void this.status(kind).then((status) => {
      if (stopping.signal.aborted || !(status instanceof EventTarget)) return;
      status.addEventListener(
        'change',
        () => {
          changed(status.state);
        },
        { signal: stopping.signal },
      );
    });
    return () => {
      stopping.abort();
    };
  }

  /** Some browsers do not know these names, and old ones have no `permissions` at all. */
  private async status(kind: DeviceKind): Promise<PermissionStatus | null> {
    try {
      return await navigator.permissions.query({ name: kind });
    } catch {
      return null;
    }
  }
}
