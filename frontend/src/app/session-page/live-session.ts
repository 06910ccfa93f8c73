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
import { FirstPicture } from '../issues/first-picture';
import { IssueReporter } from '../issues/issue-reporter';
import { DeviceStore } from '../media/device-store';
import { type Manner, MediaStore } from '../media/media-store';
import { provideMedia } from '../media/provide-media';
import { LinksStore } from '../notes/links-store';
import { calmAfter } from '../platform/calm';
import { PageLife } from '../platform/page-life';
import { PreJoin } from '../pre-join/pre-join';
import { Room } from '../room/room';
import { OpenRoom } from '../session/open-room';
import { isOpen } from '../session/session-clock';
import { SessionStore } from '../session/session-store';
import { TopicStore } from '../topics/topic-store';
import { TranscriptStore } from '../transcript/transcript-store';
import { PageFault } from './page-fault/page-fault';
import { PageWaiting } from './page-waiting/page-waiting';
import { watchFirstPicture, watchIssues } from './watch-issues';

/**
 * A session that is not over: the way in, and the room. With it go the call and the devices. The room
 * and what calls need are fetched when the way in is open and works.
 */
@Component({
  selector: 'pl-live-session',
  imports: [PageFault, PageWaiting, PreJoin, RetryJoin, Room],
  template: `
    @defer (when isInRoom()) {
      @if (isInRoom()) {
        <pl-room (leave)="leave()" (settled)="settled.emit()" />
      }
    } @placeholder {
      @if (isInRoom()) {
        <pl-page-waiting />
      }
    } @error {
      @if (isInRoom()) {
        <pl-page-fault fault="unreachable" (retry)="startAnew()" />
      }
    }
    @if (!isInRoom()) {
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
    ...[FirstPicture, IssueReporter],
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
  private readonly page = inject(PageLife);

  readonly id = input.required<string>();
  /** Names the page for the server. */
  readonly connectionId = input.required<string>();
  /** Whether the viewer came to try their devices. */
  readonly isAskedToCheck = input(false);
  readonly entered = output();
  /** In the room, and all that it needs at first is there. */
  readonly settled = output();

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
  private readonly firstPicture = watchFirstPicture();
  private readonly isCalm = calmAfter(inject(DeviceStore).isOpening);
  private readonly isRoomNear = computed(() => this.isDoorOpen() && this.isCalm());

  constructor() {
    watchIssues(this.isFailing);
    const unwatch = inject(OpenRoom).watch(() => (this.isInRoom() ? this.id() : null));
    inject(DestroyRef).onDestroy(unwatch);
    effect(() => {
      const isRoomNear = this.isRoomNear();
      untracked(() => {
        if (!isRoomNear) return;
        // What does not come now is fetched on the way in.
        import('../room/room').catch(() => undefined);
        void this.media.warmUp(this.place());
      });
    });
  }

  protected join(manner: Manner): void {
    this.wantsIn.set(true);
    this.firstPicture.await();
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

  /** The room could not be loaded; Angular asks for it once, until the page is loaded anew. */
  protected startAnew(): void {
    this.page.startAnew();
  }

  private place() {
    return { sessionId: this.id(), connectionId: this.connectionId() };
  }
}

function isIn(connection: ReturnType<MediaStore['connection']>): boolean {
  return connection === 'connected' || connection === 'reconnecting';
}
