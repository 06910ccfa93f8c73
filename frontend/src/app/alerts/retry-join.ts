import { Component, effect, input, output, viewChild } from '@angular/core';
import { Dialog } from '../ui/dialog/dialog';

/** Says at once that joining has failed; meanwhile it is tried again by itself. */
@Component({
  selector: 'pl-retry-join',
  imports: [Dialog],
  template: `
    <pl-dialog
      heading="You are not in yet"
      confirmLabel="Retry Join"
      cancelLabel="Not now"
      look="primary"
      [isStanding]="true"
      (confirmed)="retry.emit()"
    >
      Joining the session has failed. We keep trying; you can also try again yourself.
    </pl-dialog>
  `,
})
export class RetryJoin {
  private readonly dialog = viewChild.required(Dialog);

  readonly isFailing = input.required<boolean>();
  readonly retry = output();

  constructor() {
    effect(() => {
      if (this.isFailing()) this.dialog().open();
      else this.dialog().close();
    });
  }
}
