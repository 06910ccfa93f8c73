import { Component, computed, inject, input } from '@angular/core';
import { ViewerStore } from '../account/viewer-store';
import { instantOf } from '../platform/clock';
import { ServerClock } from '../platform/server-clock';
import { durationText, timeText } from '../session/session-words';
import { type Stay, timeline, together } from './domain/timeline';
import type { StayPartsFragment } from './summary-operations';

/** Who was in the room when, on one scale, and how long both were there. */
@Component({
  selector: 'pl-attendance',
  template: `
    @if (drawn(); as drawn) {
      <ul>
        @for (lane of lanes(); track lane.name) {
          <li [attr.data-lane]="lane.kind">
            <p class="who">
              <strong>{{ lane.name }}</strong>
              <span class="soft">{{ lane.length }}</span>
            </p>
            <div class="lane" aria-hidden="true">
              @for (stretch of drawn.lanes[$index]; track $index) {
                <span
                  [style.inset-inline-start.%]="stretch.start * 100"
                  [style.inline-size.%]="stretch.length * 100"
                ></span>
              }
            </div>
            @if (lane.times) {
              <p class="soft times">{{ lane.times }}</p>
            }
          </li>
        }
      </ul>
    }
  `,
  styleUrl: './attendance.css',
})
export class Attendance {
  private readonly clock = inject(ServerClock);
  private readonly viewers = inject(ViewerStore);

  readonly mentor = input.required<StayPartsFragment>();
  readonly learner = input.required<StayPartsFragment>();
  /** The session's active time. */
  readonly activeMs = input.required<number>();

  private readonly ofMentor = computed(() => staysOf(this.mentor()));
  private readonly ofLearner = computed(() => staysOf(this.learner()));
  private readonly ofBoth = computed(() => together(this.ofMentor(), this.ofLearner()));

  protected readonly drawn = computed(() =>
    timeline([this.ofMentor(), this.ofLearner(), this.ofBoth()], this.clock.now()),
  );
  protected readonly lanes = computed(() => [
    this.lane(this.mentor(), this.ofMentor()),
    this.lane(this.learner(), this.ofLearner()),
    { kind: 'both', name: 'Together', length: durationText(this.activeMs()), times: '' },
  ]);

  private lane({ person, inRoomMs }: StayPartsFragment, stays: readonly Stay[]) {
    const isViewer = person.id === this.viewers.id();
    return {
      kind: 'person',
      name: isViewer ? `${person.displayName} (you)` : person.displayName,
      length: stays.length > 0 ? durationText(inRoomMs) : 'did not come',
      times: stays.map((stay) => this.times(stay)).join(', '),
    };
  }

  private times({ from, to }: Stay): string {
    const writing = this.viewers.writing();
    return to === null
      ? `since ${timeText(from, writing)}`
      : `${timeText(from, writing)} – ${timeText(to, writing)}`;
  }
}

function staysOf({ stays }: StayPartsFragment): readonly Stay[] {
  return stays.map(({ joinedAt, leftAt }) => ({
    from: instantOf(joinedAt),
    to: leftAt === null ? null : instantOf(leftAt),
  }));
}
