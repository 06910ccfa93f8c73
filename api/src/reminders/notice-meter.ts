import type { NoticeChannel, NoticeKind } from './domain/notice.ts';

/** Counts what becomes of notices. */
export interface NoticeMeter {
  /** One has gone out, so long after its time. */
  sent(kind: NoticeKind, channel: NoticeChannel, lateMs: number): void;
  /** An attempt has failed; `isFinal`: there will be no other. */
  failed(kind: NoticeKind, channel: NoticeChannel, isFinal: boolean): void;
}

/** Where nobody counts. */
export const noMeter: NoticeMeter = { sent: () => undefined, failed: () => undefined };
