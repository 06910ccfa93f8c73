import { NgTemplateOutlet } from '@angular/common';
import { Component, type TemplateRef, input } from '@angular/core';
import { clockText } from '../session/session-words';
import { Icon } from '../ui/icon/icon';
import type { Annotation, ReadAnnotation } from './domain/annotation-log';
import { iconOf, wordOf } from './domain/kind-words';

const none: ReadonlySet<string> = new Set();

/** Annotations for reading: kind, the session's time, and the words. */
@Component({
  selector: 'pl-annotation-list',
  imports: [Icon, NgTemplateOutlet],
  template: `
    @if (annotations().length > 0) {
      <ul aria-label="Annotations" [attr.data-tools]="actions() ? '' : null">
        @for (annotation of annotations(); track annotation.id) {
          <li
            [attr.data-kind]="annotation.kind"
            [attr.data-fresh]="fresh().has(annotation.id) || null"
          >
            <p class="head">
              <span class="kind">
                <pl-icon [name]="icon(annotation)" /> {{ word(annotation) }}
              </span>
              @if (annotation.isPrivate) {
                <span class="private"><pl-icon name="lock" /> Private</span>
              }
              <span>at {{ time(annotation) }}</span>
              @if (annotation.isEdited) {
                <span>(edited)</span>
              }
              @if (annotation.topicTitle; as title) {
                <span>· {{ title }}</span>
              }
            </p>
            @if (!inWork().has(annotation.id)) {
              <p class="text">{{ annotation.text }}</p>
            }
            @if (actions(); as content) {
              <ng-container
                [ngTemplateOutlet]="content"
                [ngTemplateOutletContext]="{ $implicit: annotation }"
              />
            }
          </li>
        }
      </ul>
    }
  `,
  styleUrl: './annotation-list.css',
})
export class AnnotationList<One extends ReadAnnotation = Annotation> {
  readonly annotations = input.required<readonly One[]>();
  /** Which of them have just come. */
  readonly fresh = input(none);
  /** Which of them are being changed, so that their words stand in a field. */
  readonly inWork = input(none);
  /** What can be done with each. */
  readonly actions = input<TemplateRef<{ $implicit: One }> | null>(null);

  protected word({ kind }: ReadAnnotation): string {
    return wordOf(kind);
  }

  protected icon({ kind }: ReadAnnotation): ReturnType<typeof iconOf> {
    return iconOf(kind);
  }

  protected time({ sessionMs }: ReadAnnotation): string {
    return clockText(sessionMs);
  }
}
