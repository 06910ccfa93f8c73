import {
  Component,
  ElementRef,
  Injector,
  afterNextRender,
  computed,
  inject,
  input,
  signal,
} from '@angular/core';
import { Announcer } from '../../platform/announcer';
import { Button } from '../../ui/button/button';
import { Icon } from '../../ui/icon/icon';
import { AnnotationWriter } from '../annotation-writer';
import { AnnotationFields } from '../composer/annotation-fields';
import type { Annotation } from '../domain/annotation-log';

/** What the mentor can do with an annotation: change it, or take it back. */
@Component({
  selector: 'pl-annotation-actions',
  imports: [AnnotationFields, Button, Icon],
  templateUrl: './annotation-actions.html',
  styleUrl: './annotation-actions.css',
})
export class AnnotationActions {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly injector = inject(Injector);
  private readonly announcer = inject(Announcer);
  protected readonly writer = inject(AnnotationWriter);

  readonly annotation = input.required<Annotation>();

  protected readonly edit = computed(() => this.writer.editOf(this.annotation().id));
  /** The newer words of another tab. */
  protected readonly newer = computed(() => {
    const edit = this.edit();
    return edit && this.writer.conflictOf(edit);
  });
  protected readonly isSaving = computed(() => this.writer.isSaving(this.annotation().id));
  protected readonly isAsked = signal(false);

  protected begin(): void {
    this.writer.beginEdit(this.annotation());
    this.focusNext('textarea');
  }

  protected end(): void {
    this.writer.endEdit(this.annotation().id);
    this.focusNext('.edit');
  }

  protected async save(): Promise<void> {
    const { id } = this.annotation();
    if (this.newer()) await this.writer.overwrite(id);
    else await this.writer.saveEdit(id);
    if (!this.edit()) this.focusNext('.edit');
  }

  protected takeNewer(): void {
    this.writer.beginEdit(this.annotation());
    this.focusNext('textarea');
  }

  protected ask(): void {
    this.isAsked.set(true);
    this.focusNext('.confirm');
  }

  protected keep(): void {
    this.isAsked.set(false);
    this.focusNext('.edit');
  }

  protected async withdraw(): Promise<void> {
    const isGone = await this.writer.withdraw(this.annotation().id);
    this.isAsked.set(false);
    if (isGone) this.announcer.say('Annotation withdrawn');
  }

  private focusNext(selector: string): void {
    const read = () => {
      this.host.querySelector<HTMLElement>(selector)?.focus();
    };
    afterNextRender({ read }, { injector: this.injector });
  }
}
