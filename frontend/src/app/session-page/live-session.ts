import {
  Component,
  DestroyRef,
  computed,
  effect,
  inject,
  input,
  output,
  signal,
  untracked,
} from '@angular/core';
import { RetryJoin } from '../alerts/retry-join';
import { AnnotationStore } from '../annotations/annotation-store';
import { AnnotationWriter } from '../annotations/annotation-writer';
import { ChatStore } from '../chat/chat-store';
import { type Manner, MediaStore } from '../media/media-store';
import { provideMedia } from '../media/provide-media';
import { LinksStore } from '../notes/links-store';
import { PreJoin } from '../pre-join/pre-join';
import { Room } from '../room/room';
import { OpenRoom } from '../session/open-room';
import { isOpen } from '../session/session-clock';
import { SessionStore } from '../session/session-store';
import { TopicStore } from '../topics/topic-store';
import { TranscriptStore } from '../transcript/transcript-store';

/** A session that is not over: the way in, and the room. With it go the call and the devices. */
@Component({
  selector: 'pl-live-session',
  imports: [PreJoin, RetryJoin, Room],
  template: `
    @if (isInRoom()) {
      <pl-room (leave)="leave()" />
    } @else {
      <pl-pre-join
        [hasLeft]="hasLeft()"
        [isAskedToCheck]="isAskedToCheck()"
        (join)="join($event)"
      />
    }
    <pl-retry-join [isFailing]="isFailing()" (retry)="retry()" />
  `,
  styles: ':host { display: contents; }',
  providers: [
    ...[AnnotationStore, AnnotationWriter, ChatStore, TopicStore, TranscriptStore],
    provideMedia(),
  ],
})
export class LiveSession {
  private readonly media = inject(MediaStore);
  private readonly annotations = inject(AnnotationStore);
  private readonly writer = inject(AnnotationWriter);
  private readonly chat = inject(ChatStore);
  private readonly links = inject(LinksStore);
  private readonly store = inject(SessionStore);

  readonly id = input.required<string>();
  /** Names the page for the server. */
  readonly connectionId = input.required<string>();
  /** Whether the viewer came to try their devices. */
  readonly isAskedToCheck = input(false);
  readonly entered = output();

  protected readonly hasLeft = signal(false);
  private readonly wantsIn = signal(false);

  protected readonly isInRoom = computed(() => this.media.connection() !== 'outside');
  /** Wanted in, and not let in yet. */
  protected readonly isFailing = computed(() => {
    const problem = this.media.problem();
    const hasFailed = problem !== null && problem !== 'removed' && this.wantsIn();
    return hasFailed && !this.store.isOver() && !isIn(this.media.connection());
  });
  private readonly isDoorOpen = computed(() => {
    const phase = this.store.phase();
    return !this.isInRoom() && phase !== null && isOpen(phase);
  });

  constructor() {
    const unwatch = inject(OpenRoom).watch(() => (this.isInRoom() ? this.id() : null));
    inject(DestroyRef).onDestroy(unwatch);
    effect(() => {
      const isDoorOpen = this.isDoorOpen();
      untracked(() => {
        if (isDoorOpen) void this.media.warmUp(this.place());
      });
    });
  }

  protected join(manner: Manner): void {
    this.wantsIn.set(true);
    this.entered.emit();
    this.chat.open(this.id(), this.store.self()?.person.id ?? '');
    this.links.open(this.id());
    this.annotations.open(this.id());
    if (this.store.self()?.role === 'MENTOR') this.writer.open(this.id());
    void this.media.enter(this.place(), manner);
  }

  /** Tries at once what goes on trying by itself, or begins again where that has ended. */
  protected retry(): void {
    if (this.media.connection() === 'outside') this.join('pressed');
    else this.media.retryNow();
  }

  protected leave(): void {
    this.wantsIn.set(false);
    this.hasLeft.set(true);
    void this.media.leave();
  }

  private place() {
    return { sessionId: this.id(), connectionId: this.connectionId() };
  }
}

function isIn(connection: ReturnType<MediaStore['connection']>): boolean {
  return connection === 'connected' || connection === 'reconnecting';
}
