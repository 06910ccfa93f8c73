import { execFileSync } from 'node:child_process';

/** Why UDP cannot be taken away here; `null` where it can. */
export function whyNoOwnNetwork(): string | null {
  if (process.env['OWN_NETWORK'] === 'yes') return null;
  return 'there is no network of our own: `npm run test:faults` makes one where `unshare --net` and `ip rule` may';
}

/** From now on, until it is disposed of, no packet of UDP gets anywhere; TCP stays. */
export function withoutUdp(): Disposable {
  rule('add');
  return {
    [Symbol.dispose]: () => {
      rule('del');
    },
  };
}

function rule(what: 'add' | 'del'): void {
  execFileSync('ip', ['rule', what, 'pref', '1', 'ipproto', 'udp', 'blackhole']);
}
