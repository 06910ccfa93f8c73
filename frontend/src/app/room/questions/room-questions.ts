import { Component, computed, inject, output, signal, viewChild } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { isUnderWay } from '../../session/session-clock';
import { SessionStore } from '../../session/session-store';
import { Dialog } from '../../ui/dialog/dialog';
import { finishStance } from '../domain/finish-stance';
import { ShortcutHelp } from '../help/shortcut-help';
import { type Question, RoomControls } from '../room-controls';

/** What is asked before something is done that cannot be undone, and what is shown on demand. */
@Component({
  selector: 'pl-room-questions',
  imports: [Dialog, ShortcutHelp],
  templateUrl: './room-questions.html',
})
export class RoomQuestions {
  private readonly leaveDialog = viewChild.required<Dialog>('leaveDialog');
  private readonly endDialog = viewChild.required<Dialog>('endDialog');
  private readonly finishDialog = viewChild.required<Dialog>('finishDialog');
  protected readonly session = inject(SessionStore);

  readonly leave = output();

  protected readonly isHelpOpen = signal(false);
  protected readonly otherName = computed(() => this.session.other()?.person.displayName ?? '');
  protected readonly isAsked = computed(() => {
    const agreedBy = this.session.session()?.finishAgreedBy ?? [];
    return finishStance(agreedBy, this.session.self()?.person.id ?? '') === 'answer';
  });

  constructor() {
    inject(RoomControls)
      .questions.pipe(takeUntilDestroyed())
      .subscribe((question) => {
        this.ask(question);
      });
  }

  private ask(question: Question): void {
    switch (question) {
      case 'leave':
        this.askToLeave();
        break;
      case 'end':
        this.endDialog().open();
        break;
      case 'finish':
        this.finishDialog().open();
        break;
      case 'help':
        this.isHelpOpen.set(true);
        break;
      default:
        question satisfies never;
    }
  }

  /** Whoever waits alone may go; once it has begun, leaving has a price. */
  private askToLeave(): void {
    const phase = this.session.phase();
    if (phase && isUnderWay(phase)) this.leaveDialog().open();
    else this.leave.emit();
  }
}
