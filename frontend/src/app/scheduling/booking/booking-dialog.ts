import { Component, computed, inject, input, output, signal, viewChild } from '@angular/core';
import { ViewerStore } from '../../account/viewer-store';
import { ServerClock } from '../../platform/server-clock';
import { scheduleText } from '../../session/session-words';
import { Button } from '../../ui/button/button';
import { Sheet } from '../../ui/sheet/sheet';
import { TopicsEditor } from '../topics-editor/topics-editor';
import { BookingStore, type Slot } from './booking-store';

interface Course {
  readonly id: string;
  readonly title: string;
}

/** Asks what a session is to be about, and books it. */
@Component({
  selector: 'pl-booking-dialog',
  imports: [Button, Sheet, TopicsEditor],
  template: `
    <pl-sheet heading="Book this time?" (closed)="closed.emit()">
      <form novalidate (submit)="book($event)">
        <p class="lead">
          <strong>{{ when().day }}, {{ when().hours }}</strong> {{ when().zone }}, with
          {{ mentorName() }}
        </p>
        <label class="field">
          Course
          <select #course (change)="courseId.set(course.value)">
            @for (one of courses(); track one.id) {
              <option [value]="one.id" [selected]="one.id === chosenCourse()">
                {{ one.title }}
              </option>
            }
          </select>
        </label>
        <label class="field">
          Title (optional)
          <input
            #words
            type="text"
            maxlength="200"
            [value]="title()"
            (input)="title.set(words.value)"
          />
        </label>
        <pl-topics-editor [(topics)]="topics" />
        <p class="fault" role="alert">{{ problem() }}</p>
        <div class="actions">
          <button plButton type="button" (click)="close()">Back</button>
          <button plButton look="primary" type="submit">
            {{ isBusy() ? 'Booking…' : 'Book session' }}
          </button>
        </div>
      </form>
    </pl-sheet>
  `,
  styleUrl: '../dialog-form.css',
})
export class BookingDialog {
  private readonly store = inject(BookingStore);
  private readonly clock = inject(ServerClock);
  private readonly viewers = inject(ViewerStore);
  private readonly sheet = viewChild.required(Sheet);

  readonly slot = input.required<Slot>();
  readonly mentorName = input.required<string>();
  readonly courses = input.required<readonly Course[]>();
  /** The course that the way here named, if it is one of them. */
  readonly wantedCourse = input<string>();
  readonly closed = output();
  readonly booked = output<string>();
  /** Somebody was faster, or one of the two is busy then. */
  readonly gone = output<string>();

  protected readonly courseId = signal('');
  protected readonly title = signal('');
  protected readonly topics = signal<readonly string[]>([]);
  protected readonly problem = signal('');
  protected readonly isBusy = signal(false);
  protected readonly chosenCourse = computed(() => {
    const wanted = this.courseId() || this.wantedCourse();
    const courses = this.courses();
    return courses.find(({ id }) => id === wanted)?.id ?? courses[0]?.id ?? '';
  });
  protected readonly when = computed(() => {
    const { startsAt, endsAt } = this.slot();
    return scheduleText(startsAt, endsAt, this.clock.now(), this.viewers.writing());
  });

  protected async book(event: Event): Promise<void> {
    event.preventDefault();
    if (this.isBusy()) return;
    this.isBusy.set(true);
    this.problem.set('');
    const answer = await this.store.book({
      slot: this.slot(),
      courseId: this.chosenCourse(),
      title: this.title().trim(),
      topics: this.topics(),
    });
    this.isBusy.set(false);
    if (answer.kind === 'wrong') {
      this.problem.set(answer.message);
      return;
    }
    if (answer.kind === 'booked') this.booked.emit(answer.sessionId);
    else this.gone.emit(answer.message);
    this.close();
  }

  protected close(): void {
    this.sheet().close();
  }
}
