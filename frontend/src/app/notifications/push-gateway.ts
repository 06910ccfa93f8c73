import { DOCUMENT, Service, inject } from '@angular/core';
import { Observable, filter, fromEvent, map } from 'rxjs';
import { type BrowserFacts } from './domain/push-support';

/** How the person has answered the browser. */
export type Permission = NotificationPermission;

export interface Subscription {
  readonly endpoint: string;
  readonly p256dh: string;
  readonly auth: string;
}

const script = '/service-worker.js';

/** What the browser has for notifications: its service worker, the permission, the subscription. */
@Service()
export class PushGateway {
  private readonly window = inject(DOCUMENT).defaultView ?? globalThis.window;
  private readonly navigator = this.window.navigator;
  private registration: Promise<ServiceWorkerRegistration> | null = null;

  get facts(): BrowserFacts {
    const { userAgent, maxTouchPoints: touchPoints } = this.navigator;
    const isInstalled = this.window.matchMedia('(display-mode: standalone)').matches;
    const hasPush =
      this.hasWorkers && 'PushManager' in this.window && 'Notification' in this.window;
    return { hasPush, userAgent, touchPoints, isInstalled };
  }

  get permission(): Permission {
    return this.window.Notification.permission;
  }

  /** Paths that a tap on a notification asks this page to show. */
  readonly opened: Observable<string> = this.hasWorkers
    ? fromEvent<MessageEvent<unknown>>(this.navigator.serviceWorker, 'message').pipe(
        map(({ data }) => pathIn(data)),
        filter((path) => path !== null),
      )
    : new Observable();

  /** Tells when the permission is changed outside of the page, where the browser tells that. */
  readonly permissionChanged = new Observable<void>((observer) => {
    let status: PermissionStatus | null = null;
    const tell = () => {
      observer.next();
    };
    const listen = async () => {
      status = await this.navigator.permissions.query({ name: 'notifications' });
      if (!observer.closed) status.addEventListener('change', tell);
    };
    // Without it, the person has "Check again".
    listen().catch(() => undefined);
    return () => status?.removeEventListener('change', tell);
  });

  /** Installs the service worker, once; browsers that have none go without. */
  async install(): Promise<void> {
    if (this.hasWorkers) await this.registered();
  }

  /** Asks the person, who must have just pressed something. */
  ask(): Promise<Permission> {
    return this.window.Notification.requestPermission();
  }

  async current(): Promise<Subscription | null> {
    const { pushManager } = await this.registered();
    const subscription = await pushManager.getSubscription();
    return subscription && plain(subscription);
  }

  /** Subscribes with our key; a subscription that was made with another one is given up. */
  async subscribe(key: string): Promise<Subscription> {
    const applicationServerKey = bytesOf(key);
    const { pushManager } = await this.registered();
    const known = await pushManager.getSubscription();
    if (known && isMadeWith(known, applicationServerKey)) return plain(known);
    await known?.unsubscribe();
    return plain(await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey }));
  }

  async unsubscribe(): Promise<void> {
    const { pushManager } = await this.registered();
    await (await pushManager.getSubscription())?.unsubscribe();
  }

  private get hasWorkers(): boolean {
    return 'serviceWorker' in this.navigator;
  }

  private async registered(): Promise<ServiceWorkerRegistration> {
    this.registration ??= this.register();
    try {
      return await this.registration;
    } catch (error) {
      this.registration = null;
      throw error;
    }
  }

  private async register(): Promise<ServiceWorkerRegistration> {
    await this.navigator.serviceWorker.register(script, { updateViaCache: 'none' });
    // A worker that is being installed takes no subscription yet.
    return await this.navigator.serviceWorker.ready;
  }
}

function plain(subscription: PushSubscription): Subscription {
  const { endpoint, keys } = subscription.toJSON();
  const { p256dh = '', auth = '' } = keys ?? {};
  return { endpoint: endpoint ?? subscription.endpoint, p256dh, auth };
}

function isMadeWith({ options }: PushSubscription, key: Uint8Array): boolean {
  const known = new Uint8Array(options.applicationServerKey ?? new ArrayBuffer());
  return known.length === key.length && known.every((byte, index) => byte === key[index]);
}

/** Reads base64url. */
export function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}

function pathIn(data: unknown): string | null {
  if (typeof data !== 'object' || data === null || !('type' in data) || data.type !== 'open') {
    return null;
  }
  const path = 'path' in data ? data.path : null;
  return typeof path === 'string' && /^\/(?![/\\])/.test(path) ? path : null;
}
