import { DOCUMENT, Service, inject, signal } from '@angular/core';
import { fromEvent } from 'rxjs';
import { PageLife } from '../../platform/page-life';
import { copyStyles } from './copy-styles';

/** What the browser has where a whole page can float above the others. */
interface DocumentPictureInPicture {
  requestWindow(options: { readonly width: number; readonly height: number }): Promise<Window>;
}

/** What is to float: a whole page of our own, or this video where there are no such pages. */
export interface Floating {
  /** Fills the window; gives back what empties it. */
  fill(into: Document): Promise<() => void>;
  video(): HTMLVideoElement | null;
}

const size = { width: 360, height: 270 };

/** The other one floats above other pages and programs, with the most needed controls. */
@Service()
export class PictureInPicture {
  private readonly document = inject(DOCUMENT);
  private readonly page = inject(PageLife);
  private readonly open = signal(false);
  private floating: Floating | null = null;
  private window: Window | null = null;
  private isByItself = false;

  readonly isOpen = this.open.asReadonly();

  constructor() {
    this.page.returns.subscribe(() => {
      if (this.isByItself && this.page.isVisible) this.close();
    });
    fromEvent(this.document, 'leavepictureinpicture').subscribe(() => {
      if (!this.window) this.open.set(false);
    });
  }

  /** Whether this browser can at all. */
  can(): boolean {
    return pagesOf(this.document) !== null || this.document.pictureInPictureEnabled;
  }

  /** From now on this is what floats, until the returned function is called. */
  offer(floating: Floating): () => void {
    this.floating = floating;
    onMinimised(() => {
      void this.show(true);
    });
    return () => {
      if (this.floating !== floating) return;
      this.close();
      this.floating = null;
      onMinimised(null);
    };
  }

  /** To be called by a press. */
  async toggle(): Promise<void> {
    if (this.open()) this.close();
    else await this.show(false);
  }

  close(): void {
    this.window?.close();
    if (this.document.pictureInPictureElement) void this.document.exitPictureInPicture();
  }

  private async show(isByItself: boolean): Promise<void> {
    const { floating } = this;
    if (!floating || this.open()) return;
    this.isByItself = isByItself;
    const pages = pagesOf(this.document);
    try {
      if (pages) await this.float(floating, await pages.requestWindow(size));
      else await this.floatVideo(floating.video());
    } catch {
      // The browser wants a press first, or the picture has not come yet.
      this.open.set(false);
    }
  }

  private async float(floating: Floating, window: Window): Promise<void> {
    this.window = window;
    this.open.set(true);
    const emptying = floating.fill(window.document);
    window.addEventListener('pagehide', () => {
      this.window = null;
      this.open.set(false);
      void emptying.then((empty) => {
        empty();
      });
    });
    await emptying;
    copyStyles(this.document, window.document);
  }

  private async floatVideo(video: HTMLVideoElement | null): Promise<void> {
    if (!video) return;
    await video.requestPictureInPicture();
    this.open.set(true);
  }
}

function pagesOf({ defaultView }: Document): DocumentPictureInPicture | null {
  if (!defaultView || !('documentPictureInPicture' in defaultView)) return null;
  return defaultView.documentPictureInPicture as DocumentPictureInPicture;
}

/** Some browsers say when the page is about to be covered, and let it float without a press then. */
function onMinimised(act: (() => void) | null): void {
  try {
    // Newer than the types of TypeScript.
    navigator.mediaSession.setActionHandler('enterpictureinpicture' as MediaSessionAction, act);
  } catch {
    // This browser does not.
  }
}
