import { Component, computed, input } from '@angular/core';
import { Icon } from '../ui/icon/icon';

interface Topic {
  readonly id: string;
  readonly title: string;
  readonly doneAt: string | null;
}

/** The plan of a session; the first topic that is not done is the current one. */
@Component({
  selector: 'pl-topic-list',
  imports: [Icon],
  template: `
    <ol>
      @for (topic of topics(); track topic.id) {
        <li
          [attr.data-state]="topic.doneAt ? 'done' : null"
          [attr.aria-current]="topic.id === currentId() ? 'step' : null"
        >
          <span class="mark" aria-hidden="true">
            @if (topic.doneAt) {
              <pl-icon name="check" />
            } @else {
              {{ $index + 1 }}
            }
          </span>
          <span>
            {{ topic.title }}
            @if (topic.doneAt) {
              <span class="visually-hidden">(done)</span>
            }
          </span>
        </li>
      }
    </ol>
  `,
  styleUrl: './topic-list.css',
})
export class TopicList {
  readonly topics = input.required<readonly Topic[]>();
  /** Whether the session runs, so that one topic is the current one. */
  readonly isRunning = input(false);

  protected readonly currentId = computed(() =>
    this.isRunning() ? this.topics().find(({ doneAt }) => doneAt === null)?.id : undefined,
  );
}
