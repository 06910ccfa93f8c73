import { Component, ElementRef, computed, inject, input, signal } from '@angular/core';
import { DeviceStore } from '../../media/device-store';
import { MediaStore } from '../../media/media-store';
import { MediaView } from '../../media/media-view';
import { SessionStore } from '../../session/session-store';
import { Avatar } from '../../ui/avatar/avatar';
import { Icon } from '../../ui/icon/icon';
import { type Corner, cornerByKey, cornerText, nearestCorner } from '../domain/corner';
import { OwnPicture } from './own-picture';

interface Drag {
  readonly x: number;
  readonly y: number;
}

/** Oneself as in a mirror: in a corner that the person chooses, or as one tile of two. */
@Component({
  selector: 'pl-self-view',
  imports: [Avatar, Icon, MediaView],
  templateUrl: './self-view.html',
  styleUrl: './self-view.css',
  host: {
    '[attr.data-corner]': 'isTile() ? null : corner()',
    '[attr.data-tile]': 'isTile() || null',
    '[attr.data-hidden]': 'isHidden() || null',
    '[attr.data-dragged]': 'drag() ? true : null',
    '[style.--drag-x]': 'dragText().x',
    '[style.--drag-y]': 'dragText().y',
  },
})
export class SelfView {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly own = inject(OwnPicture);
  private readonly store = inject(SessionStore);
  protected readonly devices = inject(DeviceStore);
  protected readonly media = inject(MediaStore);

  /** Beside the other one instead of in a corner. */
  readonly isTile = input(false);
  /** Where it stands until the person has moved it. */
  readonly usualCorner = input<Corner>('bottom-right');

  protected readonly self = this.store.self;
  protected readonly isHidden = this.own.isHidden;
  protected readonly picture = computed(() => {
    const { device, isOn } = this.devices.camera();
    return isOn ? (device?.playable ?? null) : null;
  });
  protected readonly corner = computed(() => this.own.corner() ?? this.usualCorner());
  protected readonly cornerText = computed(() => cornerText(this.corner()));
  protected readonly drag = signal<Drag | null>(null);
  protected readonly dragText = computed(() => {
    const { x, y } = this.drag() ?? { x: 0, y: 0 };
    return { x: `${String(x)}px`, y: `${String(y)}px` };
  });
  private from: Drag | null = null;

  protected hide(): void {
    this.own.show(false);
  }

  protected show(): void {
    this.own.show(true);
  }

  protected take(event: PointerEvent, handle: HTMLElement): void {
    if (this.isTile() || event.button !== 0) return;
    handle.setPointerCapture(event.pointerId);
    this.from = { x: event.clientX, y: event.clientY };
  }

  protected pull(event: PointerEvent): void {
    if (!this.from) return;
    this.drag.set({ x: event.clientX - this.from.x, y: event.clientY - this.from.y });
  }

  /** It goes to the corner that is next to where its middle is now. */
  protected drop(): void {
    const [area, own] = [this.host.offsetParent, this.host.getBoundingClientRect()];
    if (this.drag() && area) {
      const { left, top, width, height } = area.getBoundingClientRect();
      const x = (own.left + own.width / 2 - left) / width;
      const y = (own.top + own.height / 2 - top) / height;
      this.own.move(nearestCorner(x, y));
    }
    this.letGo();
  }

  protected letGo(): void {
    this.from = null;
    this.drag.set(null);
  }

  protected moveByKey(event: KeyboardEvent): void {
    const corner = cornerByKey(this.corner(), event.key);
    if (!corner || this.isTile()) return;
    event.preventDefault();
    this.own.move(corner);
  }
}
