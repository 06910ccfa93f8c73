import { NgTemplateOutlet } from '@angular/common';
import { Component, type TemplateRef, input } from '@angular/core';
import { TopicMark } from './topic-mark';
import { TopicTime } from './topic-time';
import type { Topic } from './topic-store';

/** The plan of a session, for reading: what is done, what is talked about, and for how long. */
@Component({
  selector: 'pl-topic-list',
  imports: [NgTemplateOutlet, TopicMark, TopicTime],
  template: `
    <ol>
      @for (topic of topics(); track topic.id) {
        <li
          [attr.data-state]="topic.state"
          [attr.aria-current]="topic.state === 'CURRENT' ? 'step' : null"
        >
          <div class="line">
            <pl-topic-mark [state]="topic.state" [number]="$index + 1" />
            <span class="title">
              {{ topic.title }}
              @if (topic.state === 'DONE') {
                <span class="visually-hidden">(done)</span>
              }
            </span>
            <pl-topic-time [topic]="topic" />
          </div>
          @if (below(); as content) {
            <ng-container
              [ngTemplateOutlet]="content"
              [ngTemplateOutletContext]="{ $implicit: topic }"
            />
          }
        </li>
      }
    </ol>
  `,
  styleUrl: './topic-list.css',
})
export class TopicList {
  readonly topics = input.required<readonly Topic[]>();
  /** What stands below each topic. */
  readonly below = input<TemplateRef<{ $implicit: Topic }> | null>(null);
}
