import { Component, input } from '@angular/core';
import { clockText } from '../session/session-words';
import { Icon } from '../ui/icon/icon';
import type { IconName } from '../ui/icon/icon-paths';
import type { Remark, RemarkKind } from './domain/remarks';

const kinds: Readonly<Record<RemarkKind, { readonly text: string; readonly icon: IconName }>> = {
  INSIGHT: { text: 'Insight', icon: 'bulb' },
  HOMEWORK: { text: 'Homework', icon: 'book' },
  QUESTION: { text: 'Question', icon: 'info' },
};

/** What the mentor wrote while teaching, to read. */
@Component({
  selector: 'pl-remark-list',
  imports: [Icon],
  template: `
    <ul>
      @for (remark of remarks(); track remark.id) {
        <li [attr.data-kind]="remark.kind">
          <span class="kind"><pl-icon [name]="kinds[remark.kind].icon" /></span>
          <div>
            <p class="text">{{ remark.text }}</p>
            <p class="soft">
              {{ kinds[remark.kind].text }} · at {{ clockText(remark.sessionMs) }}
              @if (hasTopic() && remark.topic) {
                · {{ remark.topic.title }}
              }
              @if (remark.isPrivate) {
                · <span class="private"><pl-icon name="lock" /> Only you see this</span>
              }
            </p>
          </div>
        </li>
      }
    </ul>
  `,
  styleUrl: './remark-list.css',
})
export class RemarkList {
  readonly remarks = input.required<readonly Remark[]>();
  /** Whether each says which topic it is on. */
  readonly hasTopic = input(false);

  protected readonly kinds = kinds;
  protected readonly clockText = clockText;
}
