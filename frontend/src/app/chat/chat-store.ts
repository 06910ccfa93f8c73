import { DestroyRef, Service, computed, inject, signal } from '@angular/core';
import type { Subscription } from 'rxjs';
import { instantOf } from '../platform/clock';
import { GraphqlClient } from '../platform/graphql-client';
import { type Fault, faultOf, isPassing } from '../platform/graphql-fault';
import { newId } from '../platform/ids';
import { ServerClock } from '../platform/server-clock';
import { SocketHealth } from '../platform/socket-health';
import { BrowserStorage } from '../platform/storage';
import {
  type ChatMessagePartsFragment,
  ChatMessagesDocument,
  SendMessageDocument,
} from './chat-operations';
import { type ChatLine, type SystemLine, chatLines } from './domain/chat-lines';
import {
  type SentMessage,
  delivered,
  emptyLog,
  lastId,
  received,
  unreadCount,
  written,
} from './domain/chat-log';

/** The chat of one session; provided by the page that shows it. */
@Service({ autoProvided: false })
export class ChatStore {
  private readonly graphql = inject(GraphqlClient);
  private readonly clock = inject(ServerClock);
  private readonly storage = inject(BrowserStorage);
  private readonly socket = inject(SocketHealth);
  private readonly log = signal(emptyLog);
  private readonly selfId = signal('');
  private readonly isOpen = signal(false);
  private readonly lastSeenId = signal<string | null>(null);
  private readonly failure = signal<Fault | null>(null);
  private readonly refusal = signal<string | null>(null);
  /** Lines that failed for a reason that passes; they are sent again when the connection is back. */
  private readonly toRepeat = new Set<string>();
  private sessionId = '';
  private cursor: string | null = null;
  private following: Subscription | undefined;

  readonly fault = this.failure.asReadonly();
  /** Why the server would not take the last line. */
  readonly problem = this.refusal.asReadonly();
  readonly unread = computed(() =>
    this.isOpen() ? 0 : unreadCount(this.log(), this.lastSeenId(), this.selfId()),
  );

  constructor() {
    const reconnecting = this.socket.connected.subscribe(() => {
      for (const id of this.toRepeat) this.retry(id);
    });
    inject(DestroyRef).onDestroy(() => {
      reconnecting.unsubscribe();
      this.following?.unsubscribe();
    });
  }

  /** Loads the session's chat from its beginning and goes on following it. */
  open(sessionId: string, selfId: string): void {
    if (this.sessionId === sessionId) return;
    this.sessionId = sessionId;
    this.selfId.set(selfId);
    const seen = this.storage.read(this.seenKey);
    this.lastSeenId.set(typeof seen === 'string' ? seen : null);
    this.following = this.graphql
      .follow(ChatMessagesDocument, () => ({ sessionId, after: this.cursor }))
      .subscribe({
        next: ({ chatMessages }) => {
          this.take(chatMessages);
        },
        error: (error: unknown) => {
          this.failure.set(faultOf(error));
        },
      });
  }

  /** What is shown: the messages, with the system's lines between them by time. */
  linesWith(system: readonly SystemLine[]): readonly ChatLine[] {
    return chatLines(this.log(), system, { id: this.selfId() });
  }

  /** Whether somebody is looking at the chat now; what they look at is read. */
  setOpen(isOpen: boolean): void {
    this.isOpen.set(isOpen);
    this.markSeen();
  }

  /** Shows the text at once and sends it. */
  send(text: string): void {
    const id = newId();
    this.log.update((log) => written(log, { id, text, writtenAt: this.clock.now() }));
    void this.deliver(id, text);
  }

  /** Sends a failed line again. Its id is the same, so it cannot appear twice. */
  retry(id: string): void {
    const draft = this.log().drafts.find((candidate) => candidate.id === id);
    this.toRepeat.delete(id);
    if (draft?.delivery !== 'failed') return;
    this.log.update((log) => delivered(log, id, 'sending'));
    void this.deliver(id, draft.text);
  }

  private async deliver(messageId: string, text: string): Promise<void> {
    this.refusal.set(null);
    const { sessionId } = this;
    try {
      const input = { sessionId, messageId, text };
      const { sendMessage } = await this.graphql.mutate(
        SendMessageDocument,
        { input },
        'repeatable',
      );
      const isSent = sendMessage.__typename === 'ChatMessage';
      this.log.update((log) => delivered(log, messageId, isSent ? 'sent' : 'failed'));
      if (!isSent) this.refusal.set(sendMessage.message);
    } catch (error) {
      if (isPassing(faultOf(error))) this.toRepeat.add(messageId);
      this.log.update((log) => delivered(log, messageId, 'failed'));
    }
  }

  private take(message: ChatMessagePartsFragment): void {
    this.cursor = message.cursor;
    this.log.update((log) => received(log, sentMessage(message)));
    this.markSeen();
  }

  private markSeen(): void {
    if (!this.isOpen()) return;
    const id = lastId(this.log());
    if (id === this.lastSeenId()) return;
    this.lastSeenId.set(id);
    this.storage.write(this.seenKey, id);
  }

  private get seenKey(): string {
    return `chat-seen.${this.sessionId}`;
  }
}

function sentMessage(message: ChatMessagePartsFragment): SentMessage {
  return {
    id: message.id,
    text: message.text,
    sentAt: instantOf(message.sentAt),
    authorId: message.author.id,
    authorName: message.author.displayName,
  };
}
