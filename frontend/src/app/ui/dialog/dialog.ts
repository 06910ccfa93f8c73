import { Component, type ElementRef, input, output, viewChild } from '@angular/core';
import { Button } from '../button/button';

let made = 0;

/** Asks before something is done that cannot be undone. The browser keeps the focus in it and gives it back. */
@Component({
  selector: 'pl-dialog',
  imports: [Button],
  templateUrl: './dialog.html',
  styleUrl: './dialog.css',
})
export class Dialog {
  private readonly element = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');

  readonly heading = input.required<string>();
  readonly confirmLabel = input.required<string>();
  readonly cancelLabel = input('Cancel');
  readonly look = input<'danger' | 'primary'>('danger');
  /** It stays until it is closed, whatever is confirmed. */
  readonly isStanding = input(false);
  readonly confirmed = output();
  /** It is gone, whatever was answered; comes after `confirmed`. */
  readonly closed = output();

  protected readonly id = `dialog-${String(++made)}`;

  open(): void {
    const { nativeElement } = this.element();
    if (!nativeElement.open) nativeElement.showModal();
  }

  protected confirm(): void {
    if (!this.isStanding()) this.close();
    this.confirmed.emit();
  }

  close(): void {
    this.element().nativeElement.close();
  }
}
