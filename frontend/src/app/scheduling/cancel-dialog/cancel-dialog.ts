import {
  Component,
  type ElementRef,
  inject,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { Button } from '../../ui/button/button';
import { Sheet } from '../../ui/sheet/sheet';
import { PlanStore } from '../plan-store';

/** Cancels a session, with a word why for the other person. */
@Component({
  selector: 'pl-cancel-dialog',
  imports: [Button, Sheet],
  templateUrl: './cancel-dialog.html',
  styleUrl: '../dialog-form.css',
})
export class CancelDialog {
  private readonly plans = inject(PlanStore);
  private readonly sheet = viewChild.required(Sheet);
  private readonly reasonField = viewChild.required<ElementRef<HTMLTextAreaElement>>('words');

  readonly sessionId = input.required<string>();
  readonly title = input.required<string>();
  readonly otherName = input.required<string>();
  /** When it would have been, in words. */
  readonly when = input.required<string>();
  readonly closed = output();
  readonly cancelled = output();

  protected readonly reason = signal('');
  protected readonly isBusy = signal(false);
  protected readonly problem = signal<string | null>(null);
  protected readonly isReasonMissing = signal(false);

  protected async cancel(event: Event): Promise<void> {
    event.preventDefault();
    if (this.isBusy()) return;
    const reason = this.reason().trim();
    this.isReasonMissing.set(reason === '');
    if (reason === '') {
      this.reasonField().nativeElement.focus();
      return;
    }
    this.isBusy.set(true);
    this.problem.set(await this.plans.cancel(this.sessionId(), reason));
    this.isBusy.set(false);
    if (this.problem() !== null) return;
    this.cancelled.emit();
    this.sheet().close();
  }

  protected keep(): void {
    this.sheet().close();
  }
}
