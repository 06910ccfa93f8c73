import type { WebSocket } from 'ws';

interface Group {
  readonly sockets: Set<WebSocket>;
  readonly leave: AbortController;
}

/** The open sockets by person; somebody watches over a person for as long as there is one. */
export class PersonSockets {
  private readonly groups = new Map<string, Group>();

  constructor(private readonly watch: (key: string, signal: AbortSignal) => Promise<void>) {}

  count(key: string): number {
    return this.groups.get(key)?.sockets.size ?? 0;
  }

  of(key: string): readonly WebSocket[] {
    return [...(this.groups.get(key)?.sockets ?? [])];
  }

  add(key: string, socket: WebSocket): void {
    const group = this.groups.get(key);
    if (group) {
      group.sockets.add(socket);
      return;
    }
    const leave = new AbortController();
    this.groups.set(key, { sockets: new Set([socket]), leave });
    void this.watch(key, leave.signal);
  }

  delete(key: string, socket: WebSocket): void {
    const group = this.groups.get(key);
    group?.sockets.delete(socket);
    if (group?.sockets.size !== 0) return;
    this.groups.delete(key);
    group.leave.abort();
  }
}
