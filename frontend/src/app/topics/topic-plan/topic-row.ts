import { NgTemplateOutlet } from '@angular/common';
import { CdkDragHandle } from '@angular/cdk/drag-drop';
import {
  Component,
  ElementRef,
  Injector,
  type TemplateRef,
  afterNextRender,
  inject,
  input,
  output,
  signal,
} from '@angular/core';
import { Button } from '../../ui/button/button';
import { Icon } from '../../ui/icon/icon';
import { PlaceTools } from '../../ui/place-tools/place-tools';
import { type Topic, TopicStore } from '../topic-store';
import { TopicMark } from '../topic-mark';
import { TopicTime } from '../topic-time';

/** One topic of the plan, with all that the mentor can do with it. */
@Component({
  selector: 'pl-topic-row',
  imports: [Button, CdkDragHandle, Icon, NgTemplateOutlet, PlaceTools, TopicMark, TopicTime],
  templateUrl: './topic-row.html',
  styleUrl: './topic-row.css',
  host: { '[attr.data-state]': 'topic().state' },
})
export class TopicRow {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly injector = inject(Injector);
  private readonly store = inject(TopicStore);

  readonly topic = input.required<Topic>();
  readonly index = input.required<number>();
  readonly count = input.required<number>();
  /** Whether the session has begun, so that there is a current topic. */
  readonly isRunning = input(false);
  readonly below = input<TemplateRef<{ $implicit: Topic }> | null>(null);
  /** One place up or down. */
  readonly moved = output<-1 | 1>();
  readonly removed = output();

  protected readonly isRenaming = signal(false);
  protected readonly hasTools = signal(false);

  protected move(by: -1 | 1, event?: Event): void {
    event?.preventDefault();
    this.moved.emit(by);
    // The row is put elsewhere in the list; what was pressed keeps the focus.
    const selector = event ? '.grip' : by === 1 ? '.down' : '.up';
    this.focusNext(selector);
  }

  protected act(type: 'START' | 'FINISH' | 'REOPEN'): void {
    this.store.do({ type, topicId: this.topic().id });
    this.hasTools.set(false);
    this.focusNext('.more');
  }

  protected beginRenaming(): void {
    this.isRenaming.set(true);
    this.focusNext('input');
  }

  protected rename(typed: string): void {
    if (!this.isRenaming()) return;
    const title = typed.trim();
    const { id, title: before } = this.topic();
    if (title !== '' && title !== before) this.store.rename(id, title);
    this.endRenaming();
  }

  protected endRenaming(): void {
    this.isRenaming.set(false);
    this.focusNext('.title');
  }

  private focusNext(selector: string): void {
    const read = () => {
      this.host.querySelector<HTMLElement>(selector)?.focus();
    };
    afterNextRender({ read }, { injector: this.injector });
  }
}
