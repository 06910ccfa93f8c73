import { DestroyRef, Service, computed, inject, signal } from '@angular/core';
import { type CheckEntry, MediaGateway } from '../media/media-gateway';
import { type Finding, type NetworkPart, networkProbe } from '../media/network-probe';
import { isNetworkUsable, networkNames, networkParts, networkWords } from './domain/network-words';

type Trouble = Exclude<CheckEntry, object>;

const troubleWords: Readonly<Record<Trouble, string>> = {
  'no-media': 'Video service unavailable. Try again.',
  busy: 'That was tried very often. Wait a few minutes, then try again.',
  unreachable: 'Unable to connect. Look at your connection to the internet, then try again.',
};

/** The way to the media server, part by part, as far as it was tried. */
@Service({ autoProvided: false })
export class NetworkStore {
  private readonly gateway = inject(MediaGateway);
  private readonly probe = inject(networkProbe);
  private readonly found = signal<Readonly<Partial<Record<NetworkPart, Finding>>>>({});
  private readonly running = signal<NetworkPart | 'opening' | null>(null);
  private readonly trouble = signal<Trouble | null>(null);
  private isStopped = false;

  readonly isRunning = computed(() => this.running() !== null);
  /** Whether all was tried that makes sense to try. */
  readonly isDone = computed(
    () => !this.isRunning() && (this.trouble() !== null || this.found().websocket !== undefined),
  );
  readonly isUsable = computed(() => isNetworkUsable(this.found()));
  readonly problem = computed(() => {
    const trouble = this.trouble();
    return trouble && troubleWords[trouble];
  });
  readonly lines = computed(() =>
    networkParts.map((part) => {
      const finding = this.found()[part];
      return {
        part,
        name: networkNames[part],
        isRunning: this.running() === part,
        words: finding ? networkWords(part, finding) : null,
      };
    }),
  );

  constructor() {
    inject(DestroyRef).onDestroy(() => {
      this.isStopped = true;
    });
  }

  /** Tries every part; without the first one there is nothing to try the others with. */
  async run(): Promise<void> {
    if (this.isRunning()) return;
    this.found.set({});
    await this.tryAll(networkParts);
  }

  /** Tries one part once more. Where it is the first one, the others follow, which waited for it. */
  async runAgain(part: NetworkPart): Promise<void> {
    await this.tryAll(part === 'websocket' ? networkParts : [part]);
  }

  private async tryAll(parts: readonly NetworkPart[]): Promise<void> {
    if (this.isRunning()) return;
    this.trouble.set(null);
    this.running.set('opening');
    const entry = await this.gateway.openCheck();
    if (typeof entry === 'string') this.trouble.set(entry);
    else await this.tryEach(parts, entry);
    this.running.set(null);
  }

  private async tryEach(
    parts: readonly NetworkPart[],
    access: Exclude<CheckEntry, string>,
  ): Promise<void> {
    for (const part of parts) {
      if (this.isStopped) return;
      this.running.set(part);
      const finding = await this.tried(part, access);
      this.found.update((found) => ({ ...found, [part]: finding }));
      if (part === 'websocket' && finding.outcome !== 'working') return;
    }
  }

  /** Who is told that their network blocks something may go and change it: one refusal is not enough for that. */
  private async tried(part: NetworkPart, access: Exclude<CheckEntry, string>): Promise<Finding> {
    const first = await this.probe.try(part, access);
    if (first.outcome !== 'failed' || this.isStopped) return first;
    return await this.probe.try(part, access);
  }
}
