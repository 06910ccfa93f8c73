import { fileTypeFromBuffer } from 'file-type';
import { buffer } from 'node:stream/consumers';
import type { Clock } from '../../platform/clock.ts';
import type { BlobStorage } from '../../platform/storage/blob-storage.ts';
import { hasFile, hearRecorder, isUncut } from '../domain/hear-recorder.ts';
import { goesOn, isClosed, saying } from '../domain/part.ts';
import type { Recorder, RecorderReport } from '../recorder.ts';
import { keyOf, type PartRecord, type RecordingRecord } from '../recording-record.ts';
import type { RecordingStore } from '../store/recording-store.ts';
import { stopPart } from './ask-recorder.ts';

export interface HearReportOptions {
  readonly store: RecordingStore;
  readonly storage: Pick<BlobStorage, 'read'>;
  /** `null`: the mentor's browser records. */
  readonly recorder: Recorder | null;
  readonly clock: Clock;
}

/** So much of a file says what it is. */
const headBytes = 4100;

/** Takes in what a recorder says of a part. Reports may come twice, late and in any order. */
export class HearReport {
  constructor(private readonly options: HearReportOptions) {}

  /** Gives the session whose recording it is about; `null` where it is about none of ours. */
  async run(report: RecorderReport): Promise<string | null> {
    const { store } = this.options;
    const partId = report.partId ?? (await store.partNamed(report.name));
    const found = partId === null ? null : await store.ofPart(partId);
    if (found?.recording.via !== 'EGRESS') return null;
    const { recording, part } = found;
    if (await this.isStray(part, report)) return recording.sessionId;
    await this.take(found, report);
    return recording.sessionId;
  }

  private async take({ recording, part }: FoundPart, report: RecorderReport): Promise<void> {
    const { store, clock } = this.options;
    const isNews = report.state === 'DONE' && !hasFile(part);
    const file = isNews ? await this.fileOf(part.id, report.bytes) : null;
    const said = isNews && !file ? { ...report, ...saying('FAILED', { reason: noFile }) } : report;
    await store.change(recording.id, (open) => {
      const now = open.part(part.id);
      if (!now || hasFile(now)) return;
      const after = hearRecorder(now, said, clock.now());
      if (isUncut(after)) open.reopen();
      open.write(part.id, {
        ...{ ...after, ...file },
        heardAt: after.heard === now.heard ? now.heardAt : clock.now(),
        recorderName: now.recorderName ?? report.name,
      });
    });
  }

  /** Stops what was not to go on; says whether it is another work than the one that counts for the part. */
  private async isStray(part: PartRecord, report: RecorderReport): Promise<boolean> {
    const { recorder } = this.options;
    const isOther = part.recorderName !== null && part.recorderName !== report.name;
    if (recorder && goesOn(report) && (isOther || isClosed(part))) {
      await stopPart(recorder, report.name);
    }
    return isOther;
  }

  /** How large the file is and of which kind; `null` where there is none. */
  private async fileOf(
    partId: string,
    told: number | null,
  ): Promise<{ readonly bytes: number; readonly mediaType: string } | null> {
    const { storage } = this.options;
    const key = keyOf(partId, 'EGRESS');
    const head = await storage.read(key, { first: 0, last: headBytes - 1 });
    if (!head) return null;
    const type = await fileTypeFromBuffer(await buffer(head));
    return {
      bytes: told ?? (await sizeOf(await storage.read(key))),
      mediaType: type?.mime ?? 'video/mp4',
    };
  }
}

interface FoundPart {
  readonly recording: RecordingRecord;
  readonly part: PartRecord;
}

const noFile = 'The file is not where it should be.';

async function sizeOf(content: AsyncIterable<Uint8Array> | null): Promise<number> {
  let bytes = 0;
  for await (const some of content ?? []) bytes += some.byteLength;
  return bytes;
}
