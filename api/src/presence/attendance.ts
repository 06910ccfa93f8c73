import { Background } from '../platform/background.ts';
import { newId } from '../platform/ids.ts';
import type { Logger } from '../platform/logger.ts';
import type { AttendanceStore, Opening, Page } from './store/attendance-store.ts';

export interface AttendanceOptions {
  readonly store: Pick<AttendanceStore, 'open' | 'close' | 'beat'>;
  readonly logger: Logger;
  /** Called after a page has come or gone. */
  readonly onChange: (sessionId: string) => Promise<void>;
  readonly beatMs: number;
}

/** Keeps count of the pages whose subscriptions this process serves. */
export class Attendance implements AsyncDisposable {
  private readonly pages = new Map<string, { readonly opening: Opening; count: number }>();
  private timer: NodeJS.Timeout | null = null;
  private readonly background: Background;
  private isStopped = false;

  constructor(private readonly options: AttendanceOptions) {
    this.background = new Background(options.logger);
  }

  start(): void {
    this.timer = setInterval(() => {
      this.background.run('confirm pages', () =>
        this.options.store.beat([...this.pages.values()].map(({ opening }) => opening)),
      );
    }, this.options.beatMs);
  }

  /** A page shows a session, until what this gives is called. */
  async attend(page: Page): Promise<() => void> {
    const key = `${page.sessionId} ${page.connectionId} ${page.personId}`;
    const entry = this.pages.get(key) ?? { opening: { ...page, openingId: newId() }, count: 0 };
    const { opening } = entry;
    entry.count += 1;
    this.pages.set(key, entry);
    const leave = () => {
      entry.count -= 1;
      if (entry.count > 0) return;
      this.pages.delete(key);
      // When it is this process that goes, the page is still there and comes back to another.
      if (!this.isStopped) this.background.run('close a page', () => this.left(opening));
    };
    try {
      await this.options.store.open(opening);
      await this.options.onChange(page.sessionId);
    } catch (error) {
      leave();
      throw error;
    }
    return leave;
  }

  /** What has begun is finished first: the database goes after this. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.isStopped = true;
    if (this.timer) clearInterval(this.timer);
    await this.background.settled();
  }

  private async left(opening: Opening): Promise<void> {
    await this.options.store.close(opening);
    await this.options.onChange(opening.sessionId);
  }
}
