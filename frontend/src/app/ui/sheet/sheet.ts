import {
  Component,
  type ElementRef,
  afterNextRender,
  input,
  output,
  viewChild,
} from '@angular/core';
import { newId } from '../../platform/ids';
import { Icon } from '../icon/icon';

/** A form over the page. It is open as long as it exists; the browser keeps the focus in it and gives it back. */
@Component({
  selector: 'pl-sheet',
  imports: [Icon],
  template: `
    <dialog #dialog [attr.aria-labelledby]="id" (close)="closed.emit()">
      <div class="head">
        <h2 [id]="id">{{ heading() }}</h2>
        <button class="close" type="button" aria-label="Close" (click)="close()">
          <pl-icon name="close" />
        </button>
      </div>
      <ng-content />
    </dialog>
  `,
  styleUrl: './sheet.css',
})
export class Sheet {
  private readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');

  readonly heading = input.required<string>();
  readonly closed = output();

  protected readonly id = newId();

  constructor() {
    afterNextRender(() => {
      const dialog = this.dialog().nativeElement;
      dialog.showModal();
      dialog.querySelector<HTMLElement>('textarea, input')?.focus();
    });
  }

  close(): void {
    this.dialog().nativeElement.close();
  }
}
