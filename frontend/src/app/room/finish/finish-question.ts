import { Component, computed, inject, linkedSignal } from '@angular/core';
import { SessionStore } from '../../session/session-store';
import { Button } from '../../ui/button/button';
import { Icon } from '../../ui/icon/icon';
import { finishStance } from '../domain/finish-stance';

/** One of the two wants to finish early: the other is asked in place, and nothing is in their way. */
@Component({
  selector: 'pl-finish-question',
  imports: [Button, Icon],
  template: `
    <div role="status">
      @if (isShown()) {
        <p class="panel">
          <pl-icon name="check" />
          @if (stance() === 'answer') {
            <span>
              <strong>{{ name() }} asks to finish early.</strong>
              The session ends for both and counts as completed.
            </span>
            <button plButton size="small" look="primary" type="button" (click)="agree()">
              Finish now
            </button>
          } @else {
            <span>You asked to finish early. {{ name() }} has not answered yet.</span>
            <button plButton size="small" type="button" (click)="takeBack()">Take back</button>
          }
          <button plButton size="small" type="button" (click)="isShown.set(false)">
            {{ stance() === 'answer' ? 'Go on' : 'OK' }}
          </button>
        </p>
      }
    </div>
  `,
  styleUrl: './finish-question.css',
})
export class FinishQuestion {
  private readonly session = inject(SessionStore);
  protected readonly name = computed(() => this.session.other()?.person.displayName ?? '');
  protected readonly stance = computed(() =>
    finishStance(
      this.session.session()?.finishAgreedBy ?? [],
      this.session.self()?.person.id ?? '',
    ),
  );
  /** Until it is put away; another stance is asked about anew. */
  protected readonly isShown = linkedSignal(() => this.stance() !== 'open');

  protected takeBack(): void {
    void this.session.withdrawFinish();
  }

  protected agree(): void {
    void this.session.agreeToFinish();
  }
}
