export type IceKind = 'stun' | 'turn';

const host = String.raw`([\w.-]+|\[[\da-f:.]+\])`;
const port = String.raw`(:\d{1,5})?`;
const patterns: Readonly<Record<IceKind, RegExp>> = {
  stun: new RegExp(`^stuns?:${host}${port}$`, 'i'),
  turn: new RegExp(String.raw`^turns?:${host}${port}(\?transport=(udp|tcp))?$`, 'i'),
};

/** Whether browsers take this as the address of such a server: RFC 7064 (STUN), RFC 7065 (TURN). */
export function isIceUrl(url: string, kind: IceKind): boolean {
  return patterns[kind].test(url);
}
