import { Component, computed, inject } from '@angular/core';
import { SessionStore } from '../../session/session-store';
import { Icon } from '../../ui/icon/icon';

/** The other's hand over their picture. The mentor may lower it, as who gives the word does. */
@Component({
  selector: 'pl-raised-hand',
  imports: [Icon],
  template: `
    @if (other(); as other) {
      @if (other.handRaisedAt) {
        <p>
          <pl-icon name="hand" />
          <span>{{ other.person.displayName }} raised their hand</span>
          @if (isMentor()) {
            <button type="button" (click)="lower(other.person.id)">Lower</button>
          }
        </p>
      }
    }
  `,
  styleUrl: './raised-hand.css',
})
export class RaisedHand {
  private readonly session = inject(SessionStore);
  protected readonly other = this.session.other;
  protected readonly isMentor = computed(() => this.session.self()?.role === 'MENTOR');

  protected lower(personId: string): void {
    void this.session.setHand(false, personId);
  }
}
