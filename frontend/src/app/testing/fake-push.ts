import { Subject } from 'rxjs';
import type { Permission, PushGateway, Subscription } from '../notifications/push-gateway';

/** A browser with push, whose person answers as the test says. */
export class FakePushGateway implements Pick<PushGateway, keyof PushGateway> {
  facts: PushGateway['facts'] = {
    hasPush: true,
    userAgent: 'Mozilla/5.0 (X11; Linux x86_64) Chrome/140.0.0.0 Safari/537.36',
    touchPoints: 0,
    isInstalled: false,
  };
  permission: Permission = 'default';
  /** What the person answers when asked. */
  answer: Permission = 'granted';
  readonly opened = new Subject<string>();
  readonly permissionChanged = new Subject<void>();
  readonly keys: string[] = [];
  installs = 0;
  questions = 0;
  isBroken = false;
  private subscription: Subscription | null = null;

  install(): Promise<void> {
    this.installs += 1;
    return this.isBroken ? Promise.reject(new Error('no worker')) : Promise.resolve();
  }

  ask(): Promise<Permission> {
    this.questions += 1;
    this.permission = this.answer;
    return Promise.resolve(this.answer);
  }

  current(): Promise<Subscription | null> {
    return Promise.resolve(this.subscription);
  }

  subscribe(key: string): Promise<Subscription> {
    if (this.isBroken) return Promise.reject(new DOMException('no push service', 'AbortError'));
    this.keys.push(key);
    this.subscription = { endpoint: 'https://push.test/1', p256dh: 'key', auth: 'secret' };
    return Promise.resolve(this.subscription);
  }

  unsubscribe(): Promise<void> {
    this.subscription = null;
    return Promise.resolve();
  }
}
