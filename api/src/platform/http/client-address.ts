/** What is read of a request. */
interface Sent {
  readonly socket: { readonly remoteAddress?: string | undefined };
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
}

/** Whether a proxy at this address, so many hops away, is one of ours. */
export type IsTrusted = (address: string, hop: number) => boolean;

/** The address of whoever asks, past the proxies that are trusted; as Express tells it of a request. */
export function clientAddress({ socket, headers }: Sent, isTrusted: IsTrusted): string {
  const forwarded = [headers['x-forwarded-for'] ?? []].flat().join().split(',').reverse();
  const hops = [socket.remoteAddress ?? '', ...forwarded.map((hop) => hop.trim())].filter(Boolean);
  return hops.find((address, hop) => !isTrusted(address, hop)) ?? hops.at(-1) ?? '';
}
