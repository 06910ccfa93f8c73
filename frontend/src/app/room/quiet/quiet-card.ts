import { Component, inject } from '@angular/core';
import { Button } from '../../ui/button/button';
import { StageControls } from '../stage-controls';
import { QuietListener } from './quiet-listener';

/** Asks whoever may be talking to a microphone that gives nothing, and leads to another one. */
@Component({
  selector: 'pl-quiet-card',
  imports: [Button],
  template: `
    <div role="status">
      @if (listener.isAsking()) {
        <div class="panel card">
          <p>Are you talking? Your microphone gives no sound.</p>
          <button plButton look="primary" size="small" type="button" (click)="openSettings()">
            Open settings
          </button>
          <button plButton look="quiet" size="small" type="button" (click)="listener.waveAway()">
            Not now
          </button>
        </div>
      }
    </div>
  `,
  styleUrl: '../stage/question-card.css',
})
export class QuietCard {
  private readonly stage = inject(StageControls);
  protected readonly listener = inject(QuietListener);

  protected openSettings(): void {
    this.stage.openSettings();
    this.listener.waveAway();
  }
}
