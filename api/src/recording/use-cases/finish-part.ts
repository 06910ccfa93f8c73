import type { Clock } from '../../platform/clock.ts';
import { hear, saying } from '../domain/part.ts';
import { isWhole } from '../domain/upload.ts';
import type { PartRecord } from '../recording-record.ts';
import type { RecordingStore } from '../store/recording-store.ts';

export interface FinishPartOrder {
  readonly recordingId: string;
  readonly partId: string;
  readonly pieces: number;
}

export interface FinishPartOptions {
  readonly store: RecordingStore;
  readonly clock: Clock;
  /** Is told of a part of which all has come. */
  readonly onWhole: (partId: string) => void;
}

/** A browser says that it has stopped, and how many pieces there are. Said again, it changes nothing. */
export class FinishPart {
  constructor(private readonly options: FinishPartOptions) {}

  /** Gives the part as it is now. */
  async run({ recordingId, partId, pieces }: FinishPartOrder): Promise<PartRecord | null> {
    const { store, clock, onWhole } = this.options;
    await store.change(recordingId, (open) => {
      const part = open.part(partId);
      if (part?.pieces !== null) return;
      open.write(partId, {
        ...hear(part, saying('FINISHING')),
        heardAt: clock.now(),
        pieces: Math.max(pieces, part.nextPiece),
      });
    });
    const now = (await store.ofPart(partId))?.part ?? null;
    if (now && isWhole(now)) onWhole(partId);
    return now;
  }
}
