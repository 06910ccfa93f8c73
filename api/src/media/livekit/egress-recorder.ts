import { resolve } from 'node:path';
import {
  AudioCodec,
  EgressClient,
  type EgressInfo,
  EncodedFileOutput,
  EncodedFileType,
  EncodingOptions,
  type RoomCompositeOptions,
  S3Upload,
  ServerError,
  VideoCodec,
} from 'livekit-server-sdk';
import type { Clock } from '../../platform/clock.ts';
import type { StorageConfig } from '../../platform/config/storage-env.ts';
import {
  type Recorder,
  RecorderAway,
  RecorderFull,
  type RecorderReport,
  type RecordingOrder,
} from '../../recording/recorder.ts';
import { partIdOf, toReport } from './egress-report.ts';

export interface EgressOptions {
  /** Where LiveKit is reached, which passes on to Egress. */
  readonly url: string;
  readonly apiKey: string;
  readonly apiSecret: string;
  /** How long a question may take, and how long a beginning. */
  readonly timeoutMs: number;
  readonly startTimeoutMs: number;
  /** How many rooms are recorded at the same time. */
  readonly most: number;
  readonly mode: 'composite' | 'audio';
  /** The page that is recorded, as Egress reaches it. */
  readonly pageUrl: string;
  /** Where Egress says that it is well; `null` where nobody asks. */
  readonly healthUrl: string | null;
  /** Where its files go: the same storage as ours. */
  readonly storage: StorageConfig;
}

/** Work of which nothing changed for so long is none any more: a recorder that was killed says nothing. */
const forgottenMs = 12 * 60 * 60_000;

/** Twirp's words for a server that is busy, and for what cannot be done any more. */
const [busy, over, missing, nobody] = [429, 412, 404, 503] as const;

/** H.264 and Opus in MP4, because AAC needs an encoder that distributions leave out. */
const sound = { audioCodec: AudioCodec.OPUS, audioBitrate: 96, audioFrequency: 48_000 };
const picture = {
  ...{ width: 1280, height: 720, depth: 24, framerate: 25 },
  ...{ videoCodec: VideoCodec.H264_MAIN, videoBitrate: 2500, keyFrameInterval: 4 },
};

/** Records a room by LiveKit Egress: our own page as the picture, or the sound alone. */
export class EgressRecorder implements Recorder {
  private readonly client: EgressClient;
  private readonly starter: EgressClient;
  private readonly starting = new Map<string, Promise<string>>();

  constructor(
    private readonly options: EgressOptions,
    private readonly clock: Clock,
  ) {
    this.client = this.clientFor(options.timeoutMs);
    this.starter = this.clientFor(options.startTimeoutMs);
  }

  async admits(): Promise<boolean> {
    try {
      const [works, isWell] = await Promise.all([this.works(), this.isWell()]);
      return isWell && works.length < this.options.most;
    } catch (error) {
      if (error instanceof RecorderAway) return false;
      throw error;
    }
  }

  async start(order: RecordingOrder): Promise<string> {
    const { partId } = order;
    const running = this.starting.get(partId) ?? this.begin(order);
    this.starting.set(partId, running);
    try {
      return await running;
    } finally {
      this.starting.delete(partId);
    }
  }

  async stop(name: string): Promise<void> {
    // Nobody would answer for work that is over, and LiveKit would wait for them. What its list has lost may run.
    const report = await this.look(name);
    if (report?.state === 'DONE' || report?.state === 'FAILED') return;
    try {
      await this.client.stopEgress(name);
    } catch (error) {
      if (hasStatus(error, over, missing)) return;
      throw away(error);
    }
  }

  async find(partId: string): Promise<string | null> {
    return nameIn(await this.works(), partId);
  }

  async look(name: string): Promise<RecorderReport | null> {
    try {
      const [info] = await this.client.listEgress({ egressId: name });
      return info ? toReport(info) : null;
    } catch (error) {
      if (hasStatus(error, missing)) return null;
      throw away(error);
    }
  }

  private async begin(order: RecordingOrder): Promise<string> {
    const works = await this.works();
    const same = nameIn(works, order.partId);
    if (same !== null) return same;
    if (works.length >= this.options.most) throw new RecorderFull('as many as may be are recorded');
    const { sessionId, key } = order;
    try {
      const file = this.fileFor(key);
      const info = await this.starter.startRoomCompositeEgress(sessionId, { file }, this.manner());
      return info.egressId;
    } catch (error) {
      if (hasStatus(error, busy) || (hasStatus(error, nobody) && (await this.saysItIsWell()))) {
        throw new RecorderFull('the recorder takes no more', { cause: error });
      }
      throw away(error);
    }
  }

  /** What Egress works on now. */
  private async works(): Promise<readonly EgressInfo[]> {
    const since = BigInt(this.clock.now() - forgottenMs) * 1_000_000n;
    try {
      const works = await this.client.listEgress({ active: true });
      return works.filter(({ updatedAt }) => updatedAt >= since);
    } catch (error) {
      throw away(error);
    }
  }

  /** LiveKit does not know how Egress is; without an address to ask there is only trying. */
  private async isWell(): Promise<boolean> {
    return this.options.healthUrl === null || (await this.saysItIsWell());
  }

  private async saysItIsWell(): Promise<boolean> {
    const { healthUrl, timeoutMs } = this.options;
    if (healthUrl === null) return false;
    try {
      const answer = await fetch(healthUrl, { signal: AbortSignal.timeout(timeoutMs) });
      return answer.ok;
    } catch {
      return false;
    }
  }

  /** Sound alone is taken from the tracks, for which Egress starts no browser where no page is named. */
  private manner(): RoomCompositeOptions {
    const { mode, pageUrl: customBaseUrl } = this.options;
    if (mode === 'audio') {
      return { audioOnly: true, encodingOptions: new EncodingOptions(sound) };
    }
    const encodingOptions = new EncodingOptions({ ...picture, ...sound });
    return { customBaseUrl, layout: 'speaker', encodingOptions };
  }

  private fileFor(key: string): EncodedFileOutput {
    const { storage } = this.options;
    const file = { fileType: EncodedFileType.MP4, disableManifest: true };
    if (storage.kind === 'disk') {
      return new EncodedFileOutput({ ...file, filepath: resolve(storage.folder, key) });
    }
    const { accessKey, secretKey: secret, region, endpoint, bucket } = storage;
    const forcePathStyle = endpoint !== '';
    const value = new S3Upload({ accessKey, secret, region, endpoint, bucket, forcePathStyle });
    return new EncodedFileOutput({ ...file, filepath: key, output: { case: 's3', value } });
  }

  private clientFor(timeoutMs: number): EgressClient {
    const { url, apiKey, apiSecret } = this.options;
    return new EgressClient(url.replace(/^ws/, 'http'), apiKey, apiSecret, {
      requestTimeout: Math.max(1, Math.ceil(timeoutMs / 1000)),
      failover: false,
    });
  }
}

function nameIn(works: readonly EgressInfo[], partId: string): string | null {
  return works.find((info) => partIdOf(info) === partId)?.egressId ?? null;
}

function hasStatus(error: unknown, ...statuses: readonly number[]): boolean {
  return error instanceof ServerError && statuses.includes(error.status);
}

function away(cause: unknown): RecorderAway {
  return new RecorderAway('the recorder did not answer as it should', { cause });
}
