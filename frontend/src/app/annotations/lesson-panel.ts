import { Component, DestroyRef, computed, inject } from '@angular/core';
import { SessionStore } from '../session/session-store';
import type { Topic } from '../topics/topic-store';
import { TopicStore } from '../topics/topic-store';
import { TopicsPanel } from '../topics/topics-panel';
import { AnnotationList } from './annotation-list';
import { AnnotationStore } from './annotation-store';
import { AnnotationWriter } from './annotation-writer';
import { AnnotationComposer } from './composer/annotation-composer';
import type { Annotation } from './domain/annotation-log';
import { AnnotationActions } from './editing/annotation-actions';

const nothing: readonly Annotation[] = [];

/** The plan with what the mentor wrote on each topic. While it is on screen, what arrives is read. */
@Component({
  selector: 'pl-lesson-panel',
  imports: [AnnotationActions, AnnotationComposer, AnnotationList, TopicsPanel],
  template: `
    <ng-template #actions let-annotation>
      @defer (on immediate) {
        <pl-annotation-actions [annotation]="annotation" />
      }
    </ng-template>
    <ng-template #below let-topic>
      <pl-annotation-list
        [annotations]="on(topic)"
        [fresh]="store.fresh()"
        [inWork]="inWork()"
        [actions]="isMentor() ? actions : null"
      />
    </ng-template>
    <pl-topics-panel [below]="below">
      @if (elsewhere().length > 0) {
        <section class="elsewhere" aria-labelledby="elsewhere-title">
          <h3 id="elsewhere-title">On the session as a whole</h3>
          <pl-annotation-list
            [annotations]="elsewhere()"
            [fresh]="store.fresh()"
            [inWork]="inWork()"
            [actions]="isMentor() ? actions : null"
          />
        </section>
      }
      @if (store.fault()) {
        <p class="problem" role="alert">The annotations cannot be loaded.</p>
      }
    </pl-topics-panel>
    @if (isMentor()) {
      @defer (on immediate) {
        <pl-annotation-composer />
      }
    }
  `,
  styles: `
    :host {
      display: flex;
      flex: 1;
      flex-direction: column;
      min-block-size: 0;
    }

    .elsewhere {
      padding: var(--space-3);
    }

    h3 {
      color: var(--color-text-soft);
      font-size: var(--text-sm);
    }

    .problem {
      padding: var(--space-3);
      color: var(--color-bad);
      font-size: var(--text-sm);
    }
  `,
})
export class LessonPanel {
  private readonly session = inject(SessionStore);
  private readonly topics = inject(TopicStore);
  private readonly writer = inject(AnnotationWriter);
  protected readonly store = inject(AnnotationStore);

  protected readonly isMentor = computed(() => this.session.session()?.viewerRole === 'MENTOR');
  private readonly byTopic = computed(() =>
    Map.groupBy(this.store.annotations(), ({ topicId }) => topicId),
  );
  /** Those on no topic, and those on topics that were taken out of the plan. */
  protected readonly elsewhere = computed(() => {
    const shown = new Set<string | null>(this.topics.topics().map(({ id }) => id));
    return this.store.annotations().filter(({ topicId }) => !shown.has(topicId));
  });
  protected readonly inWork = computed(
    () => new Set(this.writer.edits().map(({ id }) => id)) as ReadonlySet<string>,
  );

  constructor() {
    this.store.setLookedAt(true);
    inject(DestroyRef).onDestroy(() => {
      this.store.setLookedAt(false);
    });
  }

  protected on({ id }: Topic): readonly Annotation[] {
    return this.byTopic().get(id) ?? nothing;
  }
}
