import { Component, input } from '@angular/core';
import { AnnotationList } from '../annotations/annotation-list';
import { durationText } from '../session/session-words';
import { Icon } from '../ui/icon/icon';
import type { TopicRecord } from './domain/plan-record';

/** The topics of a session: what was done, how long it took, and what was written on it. */
@Component({
  selector: 'pl-topic-records',
  imports: [AnnotationList, Icon],
  template: `
    <ol>
      @for (topic of topics(); track topic.id) {
        <li [attr.data-state]="topic.isDone ? 'done' : null">
          <div class="topic">
            <span class="mark" aria-hidden="true">
              @if (topic.isDone) {
                <pl-icon name="check" />
              } @else {
                {{ $index + 1 }}
              }
            </span>
            <strong>{{ topic.title }}</strong>
            <span class="soft">
              {{ topic.activeMs > 0 ? durationText(topic.activeMs) : '' }}
              @if (topic.isDone) {
                <span class="done">Done</span>
              }
            </span>
          </div>
          <pl-annotation-list [annotations]="topic.annotations" />
        </li>
      }
    </ol>
  `,
  styleUrl: './topic-records.css',
})
export class TopicRecords {
  readonly topics = input.required<readonly TopicRecord[]>();

  protected readonly durationText = durationText;
}
