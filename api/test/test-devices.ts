import type { PushMessage, PushResult } from '../src/push/push.ts';

/** Devices whose push services answer as a test says. */
export class TestDevices {
  result: PushResult = { delivered: 1, gone: 0, failed: 0 };
  readonly told: string[] = [];
  areThere = true;

  reachable(personIds: readonly string[]): Promise<ReadonlySet<string>> {
    return Promise.resolve(new Set(this.areThere ? personIds : []));
  }

  send(_personId: string, { title, body }: PushMessage): Promise<PushResult> {
    this.told.push(`${title}: ${body}`);
    return Promise.resolve(this.result);
  }
}
