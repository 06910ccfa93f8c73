import { type Cut, PieceCutter } from '../domain/piece-cutter';

/** What a tape is recorded of, and who takes what comes of it. */
export interface TapeParts {
  readonly stream: MediaStream;
  readonly mediaType: string;
  readonly now: () => number;
  readonly take: (cut: Cut<Blob>) => void;
  /** The browser gives the recording up. */
  readonly fail: () => void;
}

const sliceMs = 1000;
/** So long it takes on a good line until both know that they are off the record. */
const newsMs = 400;

/** A second of H.264 comes out only when the next key picture does. */
interface Settings extends MediaRecorderOptions {
  readonly videoKeyFrameIntervalDuration: number;
}

const settings = {
  videoBitsPerSecond: 1_500_000,
  audioBitsPerSecond: 96_000,
  videoKeyFrameIntervalDuration: 2000,
} as const;

/** One part of a recording while it is made. */
export class Tape {
  private readonly recorder: MediaRecorder;
  private readonly cutter: PieceCutter<Blob>;
  private isOver = false;

  constructor(private readonly parts: TapeParts) {
    const options: Settings = { mimeType: parts.mediaType, ...settings };
    this.recorder = new MediaRecorder(parts.stream, options);
    this.cutter = new PieceCutter(parts.now());
    this.recorder.ondataavailable = ({ data }) => {
      if (!this.isOver) this.give(this.cutter.add({ data, until: parts.now() }));
    };
    this.recorder.onerror = () => {
      if (!this.isOver) parts.fail();
    };
    this.recorder.start(sliceMs);
  }

  /** Ends it at once. What came last may be off the record already, and is not given out. */
  stop(): void {
    if (this.isOver) return;
    this.isOver = true;
    if (this.recorder.state !== 'inactive') this.recorder.stop();
    this.give(this.cutter.rest(this.parts.now() - newsMs));
  }

  private give(cut: Cut<Blob> | null): void {
    if (cut?.data.some(({ size }) => size > 0)) this.parts.take(cut);
  }
}
