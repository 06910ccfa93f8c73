import { Component, input, output, viewChild } from '@angular/core';
import type { SessionCardFragment } from '../../session/session-operations';
import { Sheet } from '../../ui/sheet/sheet';
import { ProposalCard } from '../proposal-card';

/** The proposal of a session over the page that lists it. */
@Component({
  selector: 'pl-proposal-dialog',
  imports: [ProposalCard, Sheet],
  template: `
    <pl-sheet [heading]="session().title" (closed)="closed.emit()">
      <pl-proposal-card [session]="session()" (answered)="close()" />
    </pl-sheet>
  `,
})
export class ProposalDialog {
  private readonly sheet = viewChild.required(Sheet);

  readonly session = input.required<SessionCardFragment>();
  readonly closed = output();

  protected close(): void {
    this.sheet().close();
  }
}
