import { DestroyRef, Service, computed, inject, signal } from '@angular/core';
import { newId } from '../../platform/ids';
import type { ChatFile } from '../domain/chat-file';
import { UploadFailure, UploadGateway } from '../upload-gateway';

/** A file on its way to go with the next message. */
export interface Attachment {
  readonly id: string;
  readonly name: string;
  readonly bytes: number;
  /** An address of this page for what a picture looks like. */
  readonly preview: string | null;
  /** How much of it is there, from 0 to 1. */
  readonly progress: number;
  /** What the server made of it; `null` until all of it is there. */
  readonly file: ChatFile | null;
  readonly problem: string | null;
  readonly canRetry: boolean;
}

const mostFiles = 10;

const shownTypes = ['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/avif'];

/** The files that are to go with the next message: uploaded at once, sent with it. */
@Service({ autoProvided: false })
export class AttachmentTray {
  private readonly gateway = inject(UploadGateway);
  private readonly kept = signal<readonly Attachment[]>([]);
  private readonly refusal = signal<string | null>(null);
  private readonly running = new Map<string, AbortController>();
  private readonly sources = new Map<string, { readonly sessionId: string; readonly file: File }>();

  readonly attachments = this.kept.asReadonly();
  readonly problem = this.refusal.asReadonly();
  readonly isBusy = computed(() => this.kept().some(({ file }) => file === null));
  readonly hasAny = computed(() => this.kept().length > 0);

  constructor() {
    inject(DestroyRef).onDestroy(() => {
      this.clear();
    });
  }

  /** Begins to upload files. */
  add(sessionId: string, files: readonly File[]): void {
    const room = mostFiles - this.kept().length;
    this.refusal.set(files.length > room ? 'A message takes up to 10 files.' : null);
    for (const file of files.slice(0, room)) {
      const id = newId();
      const isShown = shownTypes.includes(file.type);
      this.sources.set(id, { sessionId, file });
      const preview = isShown ? URL.createObjectURL(file) : null;
      const fresh = { progress: 0, file: null, problem: null, canRetry: false };
      const { name, size: bytes } = file;
      this.kept.update((all) => [...all, { id, name, bytes, preview, ...fresh }]);
      void this.upload(id);
    }
  }

  /** Tries again what failed. */
  retry(id: string): void {
    this.change(id, { problem: null, progress: 0 });
    void this.upload(id);
  }

  /** Gives a file up, whether it is there yet or not. */
  remove(id: string): void {
    const attachment = this.kept().find((one) => one.id === id);
    this.kept.update((all) => all.filter((one) => one.id !== id));
    this.refusal.set(null);
    this.running.get(id)?.abort();
    this.running.delete(id);
    this.sources.delete(id);
    if (attachment?.preview) URL.revokeObjectURL(attachment.preview);
  }

  /** Gives what is there, and is empty. */
  take(): readonly ChatFile[] {
    const files = this.kept().flatMap(({ file }) => file ?? []);
    this.clear();
    return files;
  }

  private clear(): void {
    for (const { id } of this.kept()) this.remove(id);
  }

  private async upload(id: string): Promise<void> {
    const source = this.sources.get(id);
    if (!source) return;
    const controller = new AbortController();
    this.running.set(id, controller);
    const onProgress = (progress: number) => {
      this.change(id, { progress });
    };
    try {
      const file = await this.gateway.send({ ...source, onProgress, signal: controller.signal });
      this.change(id, { file, progress: 1 });
    } catch (error) {
      const failure = error instanceof UploadFailure ? error : null;
      const problem = failure?.message ?? 'The file could not be sent.';
      this.change(id, { problem, canRetry: failure?.isPassing ?? true });
    }
    this.running.delete(id);
  }

  private change(id: string, parts: Partial<Attachment>): void {
    this.kept.update((all) => all.map((one) => (one.id === id ? { ...one, ...parts } : one)));
  }
}
