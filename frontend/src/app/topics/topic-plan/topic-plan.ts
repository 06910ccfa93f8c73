import { type CdkDragDrop, DragDropModule } from '@angular/cdk/drag-drop';
import { Component, type TemplateRef, computed, inject, input, signal } from '@angular/core';
import { Announcer } from '../../platform/announcer';
import { SessionStore } from '../../session/session-store';
import { Button } from '../../ui/button/button';
import { Icon } from '../../ui/icon/icon';
import { placeBehind } from '../domain/plan-edits';
import { type Topic, TopicStore } from '../topic-store';
import { NewTopic } from './new-topic';
import { TopicRow } from './topic-row';

/** The plan as the mentor changes it: by pointer, by touch and by keyboard. */
@Component({
  selector: 'pl-topic-plan',
  imports: [Button, DragDropModule, Icon, NewTopic, TopicRow],
  templateUrl: './topic-plan.html',
  styleUrl: './topic-plan.css',
})
export class TopicPlan {
  private readonly announcer = inject(Announcer);
  private readonly session = inject(SessionStore);
  protected readonly store = inject(TopicStore);

  /** What stands below each topic. */
  readonly below = input<TemplateRef<{ $implicit: Topic }> | null>(null);

  /** Which one was taken out last, and can be brought back. */
  protected readonly removed = signal<Topic | null>(null);
  protected readonly isRunning = computed(
    () => (this.session.session()?.actualStart ?? null) !== null,
  );

  protected drop({ previousIndex, currentIndex }: CdkDragDrop<unknown>): void {
    this.moveTo(previousIndex, currentIndex);
  }

  protected moveTo(from: number, to: number): void {
    const topics = this.store.topics();
    const topic = topics[from];
    if (!topic || from === to || !topics[to]) return;
    this.store.move(topic.id, placeBehind(topics, from, to));
    this.announcer.say(`${topic.title} is number ${String(to + 1)} now`);
  }

  protected remove(topic: Topic): void {
    this.store.do({ type: 'REMOVE', topicId: topic.id });
    this.removed.set(topic);
    this.announcer.say(`${topic.title} removed`);
  }

  protected bringBack({ id, title }: Topic): void {
    this.removed.set(null);
    this.store.do({ type: 'RESTORE', topicId: id });
    this.announcer.say(`${title} is back`);
  }

  protected add(title: string): void {
    this.store.add(title);
    this.announcer.say(`${title} added`);
  }
}
