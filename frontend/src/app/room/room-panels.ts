import { BreakpointObserver } from '@angular/cdk/layout';
import { Service, inject, linkedSignal, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { drawerShares } from './domain/drawer';
import type { SidebarTab } from './sidebar/panel';

/** Which panel stands beside the video, if any. */
@Service({ autoProvided: false })
export class RoomPanels {
  private readonly isWide = toSignal(inject(BreakpointObserver).observe('(width >= 60rem)'), {
    requireSync: true,
  });
  /** Beside the video it is open until it is closed, in front of it closed until it is opened. */
  readonly isOpen = linkedSignal(() => this.isWide().matches);
  readonly tab = signal<SidebarTab>('chat');

  /** How much of the floor it takes where it comes from below. */
  readonly share = signal<number>(drawerShares.half);
  readonly isDragged = signal(false);

  shows(tab: SidebarTab): boolean {
    return this.isOpen() && this.tab() === tab;
  }

  toggle(tab: SidebarTab): void {
    const isShown = this.shows(tab);
    this.tab.set(tab);
    this.isOpen.set(!isShown);
  }
}
