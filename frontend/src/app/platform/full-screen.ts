import { DOCUMENT, Service, inject, signal } from '@angular/core';
import { fromEvent } from 'rxjs';

/** A video on an iPhone, where nothing else can fill the screen. */
interface FillingVideo extends HTMLVideoElement {
  webkitEnterFullscreen(): void;
}

/** The page without the browser around it. */
@Service()
export class FullScreen {
  private readonly document = inject(DOCUMENT);
  private readonly full = signal(false);
  private fallback: () => HTMLVideoElement | null = () => null;

  readonly isFull = this.full.asReadonly();

  constructor() {
    fromEvent(this.document, 'fullscreenchange').subscribe(() => {
      this.full.set(this.document.fullscreenElement !== null);
    });
  }

  /** Where a page cannot fill the screen this video does. */
  offer(video: () => HTMLVideoElement | null): void {
    this.fallback = video;
  }

  /** Whether the page can fill the screen, or at least a video. */
  can(): boolean {
    return this.canPage() || 'webkitEnterFullscreen' in HTMLVideoElement.prototype;
  }

  /** All of the page, so that dialogs and panels stay in reach; the video alone where that is all there is. */
  async toggle(): Promise<void> {
    const video = this.canPage() ? null : this.fallback();
    try {
      if (this.full()) await this.document.exitFullscreen();
      else if (this.canPage()) await this.document.documentElement.requestFullscreen();
      else if (video && canFill(video)) video.webkitEnterFullscreen();
    } catch {
      // The browser wants another press, or does not let an embedded page.
    }
  }

  async leave(): Promise<void> {
    this.fallback = () => null;
    if (this.full()) await this.toggle();
  }

  private canPage(): boolean {
    return this.document.fullscreenEnabled;
  }
}

function canFill(video: HTMLVideoElement): video is FillingVideo {
  return 'webkitEnterFullscreen' in video;
}
