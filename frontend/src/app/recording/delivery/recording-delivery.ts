import { DestroyRef, Service, inject, signal } from '@angular/core';
import { merge, Subscription, take, timer } from 'rxjs';
import { ServerClock } from '../../platform/server-clock';
import { backOffMs } from '../../platform/domain/back-off';
import { PageLife } from '../../platform/page-life';
import { randomShare } from '../../platform/ids';
import { SingleFlight } from '../../platform/single-flight';
import { TabLocks } from '../../platform/tab-locks';
import { isOnRecord } from '../domain/on-record';
import { fateOf } from '../domain/piece-answer';
import { partLock } from '../tape/part-lock';
import { UnsentRecordings } from '../unsent-recordings';
import { PieceGateway } from './piece-gateway';
import { type KeptPart, type KeptPiece, PieceStore } from './piece-store';
import { RecordingGateway } from './recording-gateway';

const retry = { firstMs: 1000, mostMs: 20_000 } as const;
/** Another tab of this browser sends; once it is closed, this one does. */
const othersTurnMs = 10_000;
/** The server takes nothing so late. */
const longestMs = 24 * 60 * 60 * 1000;

/** How the attempt to send all that is here has ended. */
type Outcome = 'all-sent' | 'more-to-come' | 'elsewhere' | { readonly waitMs: number | null };

/**
 * Brings what was recorded in this browser to the server, one piece after the other, in whichever tab and
 * on whichever page the person is by then. Nothing is sent of which the server does not say that it was on
 * the record.
 */
@Service()
export class RecordingDelivery {
  private readonly store = inject(PieceStore);
  private readonly pieces = inject(PieceGateway);
  private readonly gateway = inject(RecordingGateway);
  private readonly locks = inject(TabLocks);
  private readonly page = inject(PageLife);
  private readonly clock = inject(ServerClock);
  private readonly unsent = inject(UnsentRecordings);
  private readonly sending = signal(false);
  private readonly flight = new SingleFlight(() => this.turn());
  private waiting = new Subscription();
  private ownerId = '';
  private failures = 0;

  /** Whether parts that are whole are here, and not at the server yet. */
  readonly isSending = this.sending.asReadonly();

  constructor() {
    inject(DestroyRef).onDestroy(() => {
      this.waiting.unsubscribe();
    });
  }

  /** Sends what there is of this person, until there is nothing left; of nobody it sends nothing. */
  async send(ownerId: string): Promise<void> {
    if (ownerId === '') return;
    this.ownerId = ownerId;
    await this.flight.run();
  }

  private async turn(): Promise<void> {
    this.waiting.unsubscribe();
    const outcome = await this.attempt();
    if (outcome === 'all-sent' || outcome === 'more-to-come') this.sending.set(false);
    if (outcome === 'all-sent' || outcome === 'more-to-come') {
      this.failures = 0;
      return;
    }
    const waitMs = outcome === 'elsewhere' ? othersTurnMs : this.waitOf(outcome.waitMs);
    this.waiting = merge(timer(waitMs), this.page.returns)
      .pipe(take(1))
      .subscribe(() => void this.flight.run());
  }

  private waitOf(asked: number | null): number {
    this.failures++;
    return asked ?? backOffMs(retry, this.failures, randomShare());
  }

  private async attempt(): Promise<Outcome> {
    const release = await this.locks.take('recording-delivery');
    if (!release) return 'elsewhere';
    try {
      const outcome = await this.sendAll();
      // Another part may have begun meanwhile.
      if (outcome === 'all-sent') this.unsent.note((await this.store.parts()).length > 0);
      return outcome;
    } catch {
      return { waitMs: null };
    } finally {
      release();
    }
  }

  private async sendAll(): Promise<Outcome> {
    let outcome: Outcome = 'all-sent';
    for (const part of await this.store.parts()) {
      const isTooOld = this.clock.now() - part.begunAt > longestMs;
      if (part.ownerId !== this.ownerId || isTooOld) {
        await this.store.forget(part.id);
        continue;
      }
      const sent = await this.sendPart(part);
      if (typeof sent === 'object') return sent;
      if (sent !== 'all-sent') outcome = sent;
    }
    return outcome;
  }

  /** All of it that is here by now; told to be whole where no more will come. */
  private async sendPart(part: KeptPart): Promise<Outcome> {
    const isClosed = part.isClosed || !(await this.locks.isTaken(partLock(part.id)));
    if (isClosed) await this.store.close(part.id);
    this.sending.set(isClosed);
    for (;;) {
      const piece = await this.store.first(part.id);
      if (!piece) break;
      const outcome = await this.sendPiece(part, piece);
      if (outcome) return outcome;
    }
    const kept = (await this.store.parts()).find(({ id }) => id === part.id);
    if (!kept) return 'all-sent';
    if (!kept.isClosed) return 'more-to-come';
    await this.gateway.finish(part.id, kept.made);
    await this.store.forget(part.id);
    return 'all-sent';
  }

  /** Null where it goes on with the next one. */
  private async sendPiece({ id, sessionId }: KeptPart, piece: KeptPiece): Promise<Outcome | null> {
    const spans = await this.gateway.spans(sessionId);
    if (!isOnRecord(spans, piece.from, piece.until)) {
      await this.store.cutOff(id, piece.seq);
      return null;
    }
    const fate = fateOf(await this.pieces.send(piece));
    switch (fate.kind) {
      case 'taken':
        this.failures = 0;
        await this.store.removeBefore(id, piece.seq + 1);
        return null;
      case 'other':
        // One that is not here any more cannot be given again: what the server has is the part.
        if (fate.next === piece.seq) return { waitMs: null };
        if (fate.next < piece.seq) await this.store.cutOff(id, fate.next);
        else await this.store.removeBefore(id, fate.next);
        return null;
      case 'later':
        return { waitMs: fate.waitMs };
      case 'refused':
        await this.store.forget(id);
        return null;
    }
  }
}
