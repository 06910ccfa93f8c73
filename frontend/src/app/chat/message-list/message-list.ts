import {
  Component,
  DestroyRef,
  type ElementRef,
  afterNextRender,
  afterRenderEffect,
  computed,
  inject,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { ViewerStore } from '../../account/viewer-store';
import { timeText } from '../../session/session-words';
import { Button } from '../../ui/button/button';
import { Icon } from '../../ui/icon/icon';
import type { ChatFile } from '../domain/chat-file';
import type { ChatLine } from '../domain/chat-lines';
import { PictureViewer } from '../picture-viewer/picture-viewer';
import { RichText } from '../rich-text/rich-text';
import { MessageFile } from './message-file';

const nearEndPx = 80;

/** The messages. It follows new ones unless the reader has scrolled back. */
@Component({
  selector: 'pl-message-list',
  imports: [Button, Icon, MessageFile, PictureViewer, RichText],
  templateUrl: './message-list.html',
  styleUrl: './message-list.css',
})
export class MessageList {
  private readonly viewers = inject(ViewerStore);
  private height = 0;
  private readonly scroller = viewChild.required<ElementRef<HTMLElement>>('scroller');

  readonly lines = input.required<readonly ChatLine[]>();
  /** Whether the chat is there after the session. */
  readonly isKept = input(true);
  readonly retry = output<string>();
  readonly discard = output<string>();

  protected readonly enlarged = signal<ChatFile | null>(null);
  protected readonly isAtEnd = signal(true);
  protected readonly isEmpty = computed(() => this.lines().length === 0);

  constructor() {
    // A banner or a phone's keyboard takes room away; the newest line stays in sight.
    const resized = new ResizeObserver(() => {
      requestAnimationFrame(() => {
        if (this.isAtEnd()) this.scrollToEnd();
        this.height = this.scroller().nativeElement.clientHeight;
      });
    });
    afterNextRender(() => {
      resized.observe(this.scroller().nativeElement);
    });
    inject(DestroyRef).onDestroy(() => {
      resized.disconnect();
    });
    afterRenderEffect(() => {
      const last = this.lines().at(-1);
      const isOwn = last?.kind === 'message' && last.delivery === 'sending';
      if (this.isAtEnd() || isOwn) this.scrollToEnd();
    });
  }

  protected time(at: number): string {
    return timeText(at, this.viewers.writing());
  }

  protected look(): void {
    const { scrollTop, scrollHeight, clientHeight } = this.scroller().nativeElement;
    // A new size moves the end away from the reader, and not the reader from the end.
    if (clientHeight !== this.height) return;
    this.isAtEnd.set(scrollHeight - scrollTop - clientHeight < nearEndPx);
  }

  protected scrollToEnd(): void {
    const element = this.scroller().nativeElement;
    element.scrollTop = element.scrollHeight;
  }
}
