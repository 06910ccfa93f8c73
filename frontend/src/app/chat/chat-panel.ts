import {
  Component,
  DestroyRef,
  computed,
  inject,
  input,
  linkedSignal,
  signal,
  viewChild,
} from '@angular/core';
import { ViewerStore } from '../account/viewer-store';
import { Icon } from '../ui/icon/icon';
import { AttachmentTray } from './attachments/attachment-tray';
import { ChatStore, type Written } from './chat-store';
import { type ChatLine, type SystemLine, withKnown } from './domain/chat-lines';
import { MessageComposer } from './message-composer/message-composer';
import { MessageList } from './message-list/message-list';
import { TypingStore } from './typing-store';

/** The chat of a session. While it is on screen, what arrives counts as read. */
@Component({
  selector: 'pl-chat-panel',
  imports: [Icon, MessageComposer, MessageList],
  templateUrl: './chat-panel.html',
  styleUrl: './chat-panel.css',
  providers: [AttachmentTray],
  host: {
    '(dragover)': 'allowDrop($event)',
    '(dragleave)': 'endDrag($event)',
    '(drop)': 'drop($event)',
  },
})
export class ChatPanel {
  private readonly composer = viewChild(MessageComposer);
  protected readonly store = inject(ChatStore);
  protected readonly typing = inject(TypingStore, { optional: true });
  protected readonly selfId = inject(ViewerStore).id;

  readonly systemLines = input<readonly SystemLine[]>([]);
  readonly isClosed = input(false);
  /** Whether it is still there after the session. */
  readonly isKept = input(true);
  /** What the other is called. */
  readonly otherName = input('');

  protected readonly isDraggedOver = signal(false);
  protected readonly lines = linkedSignal<readonly ChatLine[], readonly ChatLine[]>({
    source: () => this.store.linesWith(this.systemLines()),
    computation: (lines, before) => withKnown(lines, before?.value ?? []),
  });
  protected readonly typingText = computed(() =>
    this.typing?.isOtherTyping() === true ? `${firstWord(this.otherName())} is typing…` : '',
  );

  constructor() {
    this.store.setOpen(true);
    inject(DestroyRef).onDestroy(() => {
      this.store.setOpen(false);
      this.typing?.stopped();
    });
  }

  protected send(written: Written): void {
    this.store.send(written);
    this.typing?.stopped();
  }

  protected allowDrop(event: DragEvent): void {
    if (this.isClosed() || event.dataTransfer?.types.includes('Files') !== true) return;
    event.preventDefault();
    this.isDraggedOver.set(true);
  }

  /** Going over a part of the chat is not leaving it. */
  protected endDrag({ currentTarget, relatedTarget }: DragEvent): void {
    const isWithin = currentTarget instanceof Node && currentTarget.contains(asNode(relatedTarget));
    if (!isWithin) this.isDraggedOver.set(false);
  }

  protected drop(event: DragEvent): void {
    const files = [...(event.dataTransfer?.files ?? [])];
    this.isDraggedOver.set(false);
    if (this.isClosed() || files.length === 0) return;
    event.preventDefault();
    this.composer()?.attach(files);
  }
}

function asNode(target: EventTarget | null): Node | null {
  return target instanceof Node ? target : null;
}

function firstWord(name: string): string {
  return name.split(' ')[0] ?? name;
}
