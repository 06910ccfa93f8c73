import { Component, computed, effect, inject, input, untracked } from '@angular/core';
import { CaptionsChoice } from './captions-choice';
import { TranscriptStore } from './transcript-store';

/** The last words of both, over the picture, while the person wants them. */
@Component({
  selector: 'pl-captions',
  template: `
    @if (choice.isOn() && lines().length > 0) {
      <div class="captions" role="group" aria-label="Captions" [attr.data-count]="lines().length">
        @for (line of lines(); track line.id) {
          <p [attr.data-interim]="!line.isFinal || null" animate.leave="leaving">
            <b>{{ line.name }}</b>
            <span class="words" [attr.lang]="line.language">
              <span>{{ line.text }}</span>
            </span>
          </p>
        }
      </div>
    }
    @if (choice.isOn() && store.status().state === 'DELAYED') {
      <p class="late">transcript delayed</p>
    }
  `,
  styleUrl: './captions.css',
})
export class Captions {
  protected readonly store = inject(TranscriptStore);
  protected readonly choice = inject(CaptionsChoice);

  readonly sessionId = input.required<string>();

  protected readonly lines = computed(() => this.store.captions());

  constructor() {
    effect(() => {
      const [sessionId, isOn] = [this.sessionId(), this.choice.isOn()];
      untracked(() => {
        if (isOn && sessionId !== '') this.store.open(sessionId);
      });
    });
  }
}
