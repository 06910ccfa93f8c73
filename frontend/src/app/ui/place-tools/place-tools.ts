import { Component, input, output } from '@angular/core';
import { Button } from '../button/button';
import { Icon } from '../icon/icon';

/** Moves a row of a list that can be put in order up and down, or removes it. */
@Component({
  selector: 'pl-place-tools',
  imports: [Button, Icon],
  template: `
    <button
      plButton
      class="up"
      look="quiet"
      size="small"
      type="button"
      [attr.aria-label]="'Move ' + name() + ' up'"
      [attr.aria-disabled]="isFirst() || null"
      (click)="moved.emit(-1)"
    >
      <pl-icon name="arrow-up" />
    </button>
    <button
      plButton
      class="down"
      look="quiet"
      size="small"
      type="button"
      [attr.aria-label]="'Move ' + name() + ' down'"
      [attr.aria-disabled]="isLast() || null"
      (click)="moved.emit(1)"
    >
      <pl-icon name="arrow-down" />
    </button>
    <button
      plButton
      look="quiet"
      size="small"
      type="button"
      [attr.aria-label]="'Remove ' + name()"
      (click)="removed.emit()"
    >
      <pl-icon name="trash" />
    </button>
  `,
  styles: `
    :host {
      display: flex;
      flex: none;
      align-items: center;
      gap: var(--space-1);
    }

    button {
      padding-inline: 0.5rem;
    }

    button[aria-disabled] {
      opacity: 0.45;
      cursor: default;
    }
  `,
})
export class PlaceTools {
  /** How the row is called. */
  readonly name = input.required<string>();
  readonly isFirst = input(false);
  readonly isLast = input(false);
  /** One place up or down; also from where there is no further one. */
  readonly moved = output<-1 | 1>();
  readonly removed = output();
}

/** The list with the one at `index` a place further up or down; `null` where there is no such place. */
export function withMoved<T>(list: readonly T[], index: number, by: -1 | 1): readonly T[] | null {
  const one = list[index];
  const other = list[index + by];
  if (one === undefined || other === undefined) return null;
  return list.with(index, other).with(index + by, one);
}
