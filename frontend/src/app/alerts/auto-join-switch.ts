import { Component, computed, inject, signal } from '@angular/core';
import { PreferencesStore } from '../preferences/preferences-store';

/** Whether sessions are entered without pressing anything; remembered for the person. */
@Component({
  selector: 'pl-auto-join-switch',
  template: `
    <label>
      <input
        type="checkbox"
        role="switch"
        [checked]="isOn()"
        (change)="turn($any($event.target).checked)"
      />
      <span>
        Auto-join
        <small>{{ hint() }}</small>
      </span>
    </label>
    @if (hasFailed()) {
      <p role="alert">This could not be saved. Try again.</p>
    }
  `,
  styleUrl: './auto-join-switch.css',
})
export class AutoJoinSwitch {
  private readonly store = inject(PreferencesStore);
  protected readonly hasFailed = signal(false);
  protected readonly isOn = computed(() => this.store.preferences().autoJoin);
  protected readonly hint = computed(() =>
    this.isOn()
      ? 'You are taken to the session and in when it starts.'
      : 'Be taken in by itself when a session starts.',
  );

  protected async turn(autoJoin: boolean): Promise<void> {
    this.hasFailed.set(false);
    await this.store.change({ autoJoin });
    this.hasFailed.set(this.store.fault() !== null);
  }
}
