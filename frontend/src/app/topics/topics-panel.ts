import { Component, type TemplateRef, computed, inject, input } from '@angular/core';
import { SessionStore } from '../session/session-store';
import { Button } from '../ui/button/button';
import { Icon } from '../ui/icon/icon';
import { FollowCurrent } from './follow-current';
import { TopicList } from './topic-list';
import { TopicPlan } from './topic-plan/topic-plan';
import { type Topic, TopicStore } from './topic-store';

/** The topics of a session beside the call: the mentor changes them, and the list goes on for both. */
@Component({
  selector: 'pl-topics-panel',
  imports: [Button, FollowCurrent, Icon, TopicList, TopicPlan],
  template: `
    <div
      #scroller="plFollowCurrent"
      class="scroller"
      tabindex="0"
      role="group"
      aria-label="Plan of the session"
      [plFollowCurrent]="store.current()?.id ?? null"
    >
      @if (isMentor()) {
        @defer (on immediate) {
          <pl-topic-plan [below]="below()" />
        } @placeholder {
          <pl-topic-list [topics]="store.topics()" [below]="below()" />
        } @error {
          <pl-topic-list [topics]="store.topics()" [below]="below()" />
        }
      } @else if (store.topics().length > 0) {
        <pl-topic-list [topics]="store.topics()" [below]="below()" />
      } @else {
        <p class="empty">No topics are planned.</p>
      }
      <ng-content />
    </div>
    @if (scroller.isAway()) {
      <button plButton class="there" size="small" type="button" (click)="scroller.goThere()">
        <pl-icon name="topics" /> Go to the current topic
      </button>
    }
  `,
  styleUrl: './topics-panel.css',
})
export class TopicsPanel {
  private readonly session = inject(SessionStore);
  protected readonly store = inject(TopicStore);

  /** What stands below each topic. */
  readonly below = input<TemplateRef<{ $implicit: Topic }> | null>(null);

  protected readonly isMentor = computed(() => this.session.session()?.viewerRole === 'MENTOR');
}
