import { spawn, spawnSync } from 'node:child_process';
import { findChromium } from './chromium.mjs';
import { findLiveKit } from './livekit-program.mjs';

/*
 * Runs a command in a network of its own, where this machine lets us make one: there loopback is all there
 * is, and kinds of traffic can be taken away from it without anybody else noticing. Elsewhere it just runs.
 */

const inside = [
  'ip link set lo up',
  // A browser looks for ways to others only where there seems to be a way out.
  'ip link add out0 type veth peer name out1',
  'ip address add 10.99.0.1/24 dev out0',
  'ip link set out0 up',
  'ip link set out1 up',
  'ip route add default via 10.99.0.2',
  // Traffic within the machine is decided upon by rules, of which the first one is ours to add.
  'ip rule add pref 5 lookup local',
  'ip rule del pref 0',
].join(' && ');
const trial = `${inside} && ip rule add pref 1 ipproto udp dport 9 blackhole`;

const [command = '', ...args] = process.argv.slice(2);
const isPossible = spawnSync('unshare', ['--net', 'sh', '-c', trial]).status === 0;
// From in there nothing can be fetched.
if (isPossible) await Promise.all([findLiveKit(), findChromium()]);
const [program, ...words] = isPossible
  ? ['unshare', '--net', 'sh', '-c', `${inside} && exec "$@"`, 'sh', command, ...args]
  : [command, ...args];
const env = isPossible ? { ...process.env, OWN_NETWORK: 'yes' } : process.env;
const child = spawn(program ?? '', words, { stdio: 'inherit', env });
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
  process.on(signal, () => child.kill(signal));
}
child.on('error', (error) => {
  process.stderr.write(`${command}: ${error.message}\n`);
  process.exitCode = 1;
});
child.on('exit', (code) => {
  process.exitCode = code ?? 1;
});
