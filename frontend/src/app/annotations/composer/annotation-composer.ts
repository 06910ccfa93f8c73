import { Component, ElementRef, computed, inject, signal, viewChild } from '@angular/core';
import { SessionStore } from '../../session/session-store';
import { TopicStore } from '../../topics/topic-store';
import { Button } from '../../ui/button/button';
import { Icon } from '../../ui/icon/icon';
import { AnnotationWriter } from '../annotation-writer';
import type { EditDraft } from '../domain/outbox';
import { AnnotationFields } from './annotation-fields';

/** Where the mentor writes while teaching: on the current topic, or on a chosen one. */
@Component({
  selector: 'pl-annotation-composer',
  imports: [AnnotationFields, Button, Icon],
  templateUrl: './annotation-composer.html',
  styleUrl: './annotation-composer.css',
  host: {
    '(focusin)': 'isInUse.set(true)',
    '(document:click)': 'lookAway()',
    '(document:keyup)': 'lookAway()',
  },
})
export class AnnotationComposer {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly session = inject(SessionStore);
  private readonly fields = viewChild.required(AnnotationFields);
  protected readonly writer = inject(AnnotationWriter);
  protected readonly topics = inject(TopicStore);

  protected readonly canSend = computed(() => this.writer.draft().text.trim() !== '');
  protected readonly isInUse = signal(false);
  /** Whether there is something to see to besides the field. */
  protected readonly isOpen = computed(() => this.isInUse() || this.writer.draft().text !== '');
  protected readonly placeholder = computed(() => {
    const name = this.session.other()?.person.displayName ?? '';
    return this.writer.draft().isPrivate ? 'Write for yourself' : `Write for ${name}`;
  });
  protected readonly currentLabel = computed(() => {
    const title = this.topics.current()?.title;
    return title === undefined ? 'The whole session' : `Current topic: ${title}`;
  });

  /**
   * Closes when the press that went elsewhere is over: what is pressed must not move away under the
   * pointer that has taken the focus.
   */
  protected lookAway(): void {
    if (!this.host.matches(':focus-within')) this.isInUse.set(false);
  }

  protected send(event?: Event): void {
    event?.preventDefault();
    if (!this.canSend()) return;
    this.writer.send();
    this.fields().focus();
  }

  protected chooseTopic(id: string): void {
    this.writer.type({ topicId: id === '' ? null : id });
  }

  protected writeAnew({ id, kind, isPrivate, text }: EditDraft): void {
    this.writer.type({ kind, isPrivate, text });
    this.writer.endEdit(id);
    this.fields().focus();
  }
}
