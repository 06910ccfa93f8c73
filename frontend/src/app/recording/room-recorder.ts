import { Component, DestroyRef, inject } from '@angular/core';
import { Subject, firstValueFrom, merge, take, timer } from 'rxjs';
import { ViewerStore } from '../account/viewer-store';
import { newId } from '../platform/ids';
import { PageLife } from '../platform/page-life';
import { ServerClock } from '../platform/server-clock';
import { SteadyTimer } from '../platform/steady-timer';
import { TabLocks } from '../platform/tab-locks';
import { SessionStore } from '../session/session-store';
import { type NewPart, PieceStore } from './delivery/piece-store';
import { RecordingDelivery } from './delivery/recording-delivery';
import { RecordingGateway } from './delivery/recording-gateway';
import type { Cut } from './domain/piece-cutter';
import { ownMediaType } from './own-media-type';
import { RoomStage } from './stage/room-stage';
import { partLock, recorderLock } from './tape/part-lock';
import { Tape } from './tape/tape';
import { UnsentRecordings } from './unsent-recordings';

/** What did not begin, or broke off, is tried again after so long. */
const againMs = 2000;

/** Records the room for as long as it is there. There is one part after the other where it breaks off. */
@Component({
  selector: 'pl-room-recorder',
  template: '',
  providers: [RoomStage, SteadyTimer],
})
export class RoomRecorder {
  private readonly viewers = inject(ViewerStore);
  private readonly session = inject(SessionStore);
  private readonly stage = inject(RoomStage);
  private readonly gateway = inject(RecordingGateway);
  private readonly store = inject(PieceStore);
  private readonly delivery = inject(RecordingDelivery);
  private readonly unsent = inject(UnsentRecordings);
  private readonly clock = inject(ServerClock);
  private readonly locks = inject(TabLocks);
  private readonly ends = new Subject<void>();
  private tape: Tape | null = null;
  private isGone = false;

  constructor() {
    const leaving = inject(PageLife).leaves.subscribe(() => {
      this.breakOff();
    });
    inject(DestroyRef).onDestroy(() => {
      leaving.unsubscribe();
      this.isGone = true;
      this.breakOff();
      this.stage.close();
    });
    void this.record();
  }

  private async record(): Promise<void> {
    const sessionId = this.session.session()?.id ?? '';
    const mediaType = ownMediaType();
    if (sessionId === '' || mediaType === null) return;
    const stream = this.stage.open();
    while (!this.isGone) {
      const release = await this.locks.take(recorderLock(sessionId));
      if (release) {
        try {
          await this.makePart(sessionId, mediaType, stream);
        } catch {
          // The server or the browser's storage cannot be had; it is tried again.
        }
        release();
      }
      await this.pause();
    }
  }

  private async makePart(sessionId: string, mediaType: string, stream: MediaStream): Promise<void> {
    const id = newId();
    if (!(await this.gateway.begin(sessionId, id, mediaType))) return;
    const release = await this.locks.take(partLock(id));
    const part = { id, sessionId, ownerId: this.viewers.id(), begunAt: this.clock.now() };
    try {
      await this.store.begin(part);
      this.unsent.note(true);
      if (!this.isGone) await this.fill(part, mediaType, stream);
    } finally {
      await this.store.close(id).finally(() => release?.());
      void this.delivery.send(part.ownerId);
    }
  }

  /** Resolves when the tape has ended and all of it is kept; rejects where some of it cannot be kept. */
  private async fill(part: NewPart, mediaType: string, stream: MediaStream): Promise<void> {
    let keeping: Promise<unknown> = Promise.resolve();
    const fail = () => {
      this.breakOff();
    };
    const take = (cut: Cut<Blob>) => {
      keeping = keeping.then(() => this.keep(part, cut));
      // A part has no gaps: it ends before the piece that cannot be kept, and another one begins.
      keeping.catch(fail);
    };
    const ended = firstValueFrom(this.ends);
    this.tape = new Tape({ stream, mediaType, now: () => this.clock.now(), take, fail });
    await ended;
    await keeping;
  }

  /** It is sent as what its owner has recorded, whoever is signed in by now. */
  private async keep({ id: partId, ownerId }: NewPart, cut: Cut<Blob>): Promise<void> {
    const { data, from, until } = cut;
    await this.store.add({ partId, from, until, data: new Blob([...data]) });
    void this.delivery.send(ownerId);
  }

  private breakOff(): void {
    this.tape?.stop();
    this.tape = null;
    this.ends.next();
  }

  private async pause(): Promise<void> {
    if (this.isGone) return;
    await firstValueFrom(merge(timer(againMs), this.ends).pipe(take(1)));
  }
}
