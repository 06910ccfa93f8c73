import { Component, computed, inject, input } from '@angular/core';
import { ViewerStore } from '../account/viewer-store';
import { instantOf } from '../platform/clock';
import { consentText, timeText } from '../session/session-words';
import type { SessionSummaryQuery } from './summary-operations';

type Consents = SessionSummaryQuery['session']['consents'];

/** Who agreed to what, and when: what the two said of the transcript and of the recording. */
@Component({
  selector: 'pl-consent-record',
  template: `
    <ul>
      @for (row of rows(); track $index) {
        <li>
          <span class="soft">{{ row.time }}</span> <span>{{ row.text }}</span>
        </li>
      }
    </ul>
  `,
  styles: `
    ul {
      display: grid;
      gap: var(--space-1);
    }

    li {
      display: flex;
      gap: var(--space-3);
    }

    .soft {
      flex: none;
      color: var(--color-text-soft);
      font-variant-numeric: tabular-nums;
    }
  `,
})
export class ConsentRecord {
  private readonly viewers = inject(ViewerStore);

  readonly consents = input.required<Consents>();

  protected readonly rows = computed(() => {
    const writing = this.viewers.writing();
    const said = this.consents().flatMap(({ kind, words }) =>
      words.map((word) => ({
        at: instantOf(word.at),
        text: `${word.person.displayName} ${consentText(word.type, kind)}`,
      })),
    );
    return said
      .sort((one, other) => one.at - other.at)
      .map(({ at, text }) => ({ time: timeText(at, writing), text }));
  });
}
