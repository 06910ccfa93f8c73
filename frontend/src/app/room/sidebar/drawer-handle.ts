import { Component, ElementRef, computed, inject } from '@angular/core';
import { draggedShare, drawerShares, restingShare } from '../domain/drawer';
import { RoomPanels } from '../room-panels';

/** A finger that moves less than this has pressed. */
const pressPx = 6;

/** The grip of a phone's drawer: dragged by a finger, or pressed to make it taller and lower. */
@Component({
  selector: 'pl-drawer-handle',
  template: `
    <button
      type="button"
      [attr.aria-label]="isTall() ? 'Make the panel lower' : 'Make the panel taller'"
      (pointerdown)="take($event)"
      (pointermove)="drag($event)"
      (pointerup)="letGo()"
      (pointercancel)="letGo()"
      (click)="press()"
    >
      <span></span>
    </button>
  `,
  styleUrl: './drawer-handle.css',
})
export class DrawerHandle {
  private readonly panels = inject(RoomPanels);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private grip: { readonly y: number; readonly share: number } | null = null;
  private hasMoved = false;

  protected readonly isTall = computed(() => this.panels.share() > drawerShares.half);

  protected take(event: PointerEvent): void {
    if (event.target instanceof Element) event.target.setPointerCapture(event.pointerId);
    this.grip = { y: event.clientY, share: this.panels.share() };
    this.hasMoved = false;
  }

  protected drag({ clientY }: PointerEvent): void {
    if (!this.grip) return;
    const byPx = clientY - this.grip.y;
    if (!this.hasMoved && Math.abs(byPx) < pressPx) return;
    this.hasMoved = true;
    const floorPx = this.host.closest('.floor')?.clientHeight ?? window.innerHeight;
    this.panels.isDragged.set(true);
    this.panels.share.set(draggedShare(this.grip.share, byPx, floorPx));
  }

  protected letGo(): void {
    this.grip = null;
    this.panels.isDragged.set(false);
    if (!this.hasMoved) return;
    const share = restingShare(this.panels.share());
    this.panels.share.set(share ?? drawerShares.half);
    if (share === null) this.panels.isOpen.set(false);
  }

  /** The keyboard and a tap; the click that a drag ends with is none. */
  protected press(): void {
    if (this.hasMoved) this.hasMoved = false;
    else this.panels.share.set(this.isTall() ? drawerShares.half : drawerShares.tall);
  }
}
