import { Service, inject } from '@angular/core';
import { newId } from '../platform/ids';
import { BrowserStorage } from '../platform/storage';
import { TabLocks } from '../platform/tab-locks';

/** What was typed and the server does not have yet, and what it was made of. */
export interface NoteDraft {
  readonly text: string;
  readonly base: string;
  readonly revision: number;
}

type Drafts = Readonly<Record<string, NoteDraft>>;

/**
 * Notes that are not saved yet, in this browser. Each page has its own, so that two of them do not
 * write over each other; those of pages that are gone can be taken over.
 */
@Service({ autoProvided: false })
export class NoteDrafts {
  private readonly storage = inject(BrowserStorage);
  private readonly locks = inject(TabLocks);
  private readonly pageId = newId();
  private holding: Promise<unknown> | undefined;

  keep(key: string, draft: NoteDraft): void {
    // As long as this page lives, its draft is its own.
    this.holding ??= this.locks.take(lockOf(this.pageId));
    this.write(key, { ...this.read(key), [this.pageId]: draft });
  }

  /** The server has what this page wrote. */
  drop(key: string): void {
    const { [this.pageId]: own, ...others } = this.read(key);
    if (own) this.write(key, others);
  }

  /** Takes over what pages left behind that are gone. */
  async orphans(key: string): Promise<readonly NoteDraft[]> {
    const found: NoteDraft[] = [];
    for (const [pageId, draft] of Object.entries(this.read(key))) {
      if (pageId === this.pageId || (await this.locks.isTaken(lockOf(pageId)))) continue;
      found.push(draft);
      const { [pageId]: _taken, ...others } = this.read(key);
      this.write(key, others);
    }
    return found;
  }

  private read(key: string): Drafts {
    const kept = this.storage.read(key);
    if (typeof kept !== 'object' || kept === null) return {};
    return Object.fromEntries(Object.entries(kept).filter(([, draft]) => isDraft(draft)));
  }

  private write(key: string, drafts: Drafts): void {
    this.storage.write(key, Object.keys(drafts).length === 0 ? null : drafts);
  }
}

function lockOf(pageId: string): string {
  return `notes.${pageId}`;
}

function isDraft(draft: unknown): draft is NoteDraft {
  if (typeof draft !== 'object' || draft === null) return false;
  const { text, base, revision } = draft as Partial<NoteDraft>;
  return typeof text === 'string' && typeof base === 'string' && typeof revision === 'number';
}
