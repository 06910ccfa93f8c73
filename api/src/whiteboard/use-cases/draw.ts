import type { Background } from '../../platform/background.ts';
import type { Clock } from '../../platform/clock.ts';
import { isId } from '../../platform/ids.ts';
import type { WakeUps } from '../../platform/streams/wake-ups.ts';
import {
  type BoardRules,
  bytesIn,
  isBase64,
  placeToMerge,
  roomFor,
} from '../domain/board-rules.ts';
import { readDrawing } from '../drawing.ts';
import type { Added, BoardStore, NewUpdate } from '../store/board-store.ts';
import type { BoardUpdate } from '../store/board-update.ts';
import type { MergeBoard } from './merge-board.ts';

export interface DrawRequest {
  readonly sessionId: string;
  /** Made by the sender's device; the same identifier is the same update. */
  readonly updateId: string;
  readonly personId: string;
  /** In Base64. */
  readonly update: string;
}

export type DrawAnswer =
  | { readonly update: BoardUpdate }
  | { readonly rejected: 'TOO_LARGE' | 'UNREADABLE' | 'ID_TAKEN' | 'CLOSED' | 'FULL' };

export interface DrawOptions {
  readonly boards: BoardStore;
  readonly merging: MergeBoard;
  readonly background: Background;
  readonly wakeUps: WakeUps;
  readonly clock: Clock;
  readonly rules: BoardRules;
}

/** Keeps what somebody drew and gives it its place; sent again, it is what was kept before. */
export class Draw {
  constructor(private readonly options: DrawOptions) {}

  async run({ sessionId, personId, ...request }: DrawRequest): Promise<DrawAnswer> {
    const { rules, clock } = this.options;
    if (bytesIn(request.update) > rules.mostOfUpdate + 2) return { rejected: 'TOO_LARGE' };
    if (!isBase64(request.update)) return { rejected: 'UNREADABLE' };
    const content = Buffer.from(request.update, 'base64');
    if (content.length > rules.mostOfUpdate) return { rejected: 'TOO_LARGE' };
    const drawing = readDrawing(content);
    if (!drawing) return { rejected: 'UNREADABLE' };
    // As the table writes it, so that it reads the same from there and as news.
    const id = request.updateId.toLowerCase();
    const fileIds = drawing.fileIds.filter(isId);
    const update = { id, personId, content, fileIds, drawnAt: clock.now() };
    const added = await this.add(sessionId, update, roomFor(drawing.isRemoval, rules));
    if (!('rejected' in added)) this.tell(sessionId, added);
    return added;
  }

  /** A board may be full of what was taken away since. */
  private async add(sessionId: string, update: NewUpdate, room: number): Promise<Added> {
    const { boards, merging } = this.options;
    const added = await boards.add(sessionId, update, room);
    const isFull = 'rejected' in added && added.rejected === 'FULL';
    if (!isFull || !(await merging.run(sessionId))) return added;
    return await boards.add(sessionId, update, room);
  }

  private tell(
    sessionId: string,
    { update, snapshotSeq }: Extract<Added, { readonly update: BoardUpdate }>,
  ): void {
    const { wakeUps, background, merging, rules } = this.options;
    const { seq } = update;
    wakeUps.announce(`board:${sessionId}`, { last: seq, appended: { first: seq, rows: [update] } });
    const upTo = placeToMerge(seq, snapshotSeq, rules);
    if (upTo === null) return;
    background.run('merge a whiteboard', async () => {
      await merging.run(sessionId, upTo);
    });
  }
}
