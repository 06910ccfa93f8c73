import { Service, inject, signal } from '@angular/core';
import { BrowserStorage } from '../../platform/storage';
import { type Corner, cornerOf } from '../domain/corner';

const cornerKey = 'self-view-corner';
const hiddenKey = 'self-view-hidden';

/** Where the person wants to see themselves, if at all; remembered in this browser. */
@Service()
export class OwnPicture {
  private readonly storage = inject(BrowserStorage);
  private readonly place = signal<Corner | null>(cornerOf(this.storage.read(cornerKey)));
  private readonly hidden = signal(this.storage.read(hiddenKey) === true);

  /** `null` until the person has chosen one. */
  readonly corner = this.place.asReadonly();
  readonly isHidden = this.hidden.asReadonly();

  move(corner: Corner): void {
    this.place.set(corner);
    this.storage.write(cornerKey, corner);
  }

  show(isShown: boolean): void {
    this.hidden.set(!isShown);
    this.storage.write(hiddenKey, isShown ? null : true);
  }
}
