import type { Playable } from '../../media/call';
import { type Size, frameSize } from '../domain/picture-layout';

/** A picture that is played where nobody sees it, to be drawn. */
export class WatchedPicture {
  private readonly element = document.createElement('video');
  private readonly release: () => void;

  constructor(private readonly playable: Playable) {
    this.element.muted = true;
    this.element.playsInline = true;
    playable.attach(this.element);
    this.release = playable.keepSent?.(frameSize) ?? (() => undefined);
    // A browser that does not play by itself shows nothing until it is told.
    this.element.play().catch(() => undefined);
  }

  /** Null before the first picture has come. */
  get size(): Size | null {
    const { videoWidth: width, videoHeight: height } = this.element;
    return width > 0 && height > 0 ? { width, height } : null;
  }

  get image(): CanvasImageSource {
    return this.element;
  }

  end(): void {
    this.release();
    this.playable.detach(this.element);
  }
}

/** A sound that is taken from where it is played. */
export class WatchedSound {
  private readonly element = document.createElement('audio');

  constructor(private readonly playable: Playable) {
    playable.attach(this.element);
    // It is heard in the room already.
    this.element.muted = true;
  }

  get track(): MediaStreamTrack | null {
    const { srcObject } = this.element;
    return srcObject instanceof MediaStream ? (srcObject.getAudioTracks()[0] ?? null) : null;
  }

  end(): void {
    this.playable.detach(this.element);
  }
}

interface Watched {
  end(): void;
}

/** What is watched of each place, for as long as it is there. */
export class KeptWatched<T extends Watched> {
  private readonly kept = new Map<string, { readonly playable: Playable; readonly watched: T }>();

  constructor(private readonly watch: (playable: Playable) => T) {}

  get all(): readonly T[] {
    return [...this.kept.values()].map(({ watched }) => watched);
  }

  of(place: string): T | null {
    return this.kept.get(place)?.watched ?? null;
  }

  /** From now on there are these, and no others. */
  keep(playables: ReadonlyMap<string, Playable | null>): void {
    for (const [place, { playable, watched }] of this.kept) {
      if (playables.get(place) === playable) continue;
      watched.end();
      this.kept.delete(place);
    }
    for (const [place, playable] of playables) {
      if (!playable || this.kept.has(place)) continue;
      this.kept.set(place, { playable, watched: this.watch(playable) });
    }
  }
}
