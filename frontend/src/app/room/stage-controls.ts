import { Service, computed, inject, signal } from '@angular/core';
import { MediaStore } from '../media/media-store';
import { FullScreen } from '../platform/full-screen';
import type { Control } from './controls/control';
import { PictureInPicture } from './stage/picture-in-picture';

/** The controls of what is seen, as far as this browser can. */
@Service({ autoProvided: false })
export class StageControls {
  private readonly media = inject(MediaStore);
  private readonly floating = inject(PictureInPicture);
  private readonly fullScreen = inject(FullScreen);
  private readonly opened = signal(false);

  readonly isSettingsOpen = this.opened.asReadonly();

  /** Nobody is offered what only a computer's browser has, but whoever asks by key is told why not. */
  readonly screen = computed<readonly Control[]>(() => {
    if (!canShare()) return [];
    const isSharing = this.media.isSharing();
    return [
      {
        ...{ id: 'screen', icon: 'screen', rank: 6, text: isSharing ? 'Stop' : 'Share' },
        ...(isSharing ? { label: 'Stop sharing', look: 'on' } : { label: 'Share screen' }),
        press: () => void (isSharing ? this.media.stopSharing() : this.media.shareScreen()),
      },
    ];
  });

  readonly others = computed<readonly Control[]>(() => [
    ...this.picture(),
    ...this.full(),
    {
      ...{ id: 'settings', icon: 'settings', label: 'Settings', rank: null },
      press: () => {
        this.openSettings();
      },
    },
  ]);

  openSettings(): void {
    this.opened.set(true);
  }

  closeSettings(): void {
    this.opened.set(false);
  }

  private readonly picture = computed<readonly Control[]>(() => {
    if (!this.floating.can()) return [];
    const label = this.floating.isOpen() ? 'Close picture-in-picture' : 'Picture-in-picture';
    const press = () => void this.floating.toggle();
    return [{ id: 'picture', icon: 'pip', label, rank: null, press }];
  });

  private readonly full = computed<readonly Control[]>(() => {
    if (!this.fullScreen.can()) return [];
    const label = this.fullScreen.isFull() ? 'Leave full screen' : 'Full screen';
    const press = () => void this.fullScreen.toggle();
    return [{ id: 'fullscreen', icon: 'fullscreen', label, rank: null, press }];
  });
}

/** Phones cannot, whatever their types promise. */
function canShare(): boolean {
  return 'mediaDevices' in navigator && 'getDisplayMedia' in navigator.mediaDevices;
}
