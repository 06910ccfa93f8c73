import { DestroyRef, Service, computed, inject, signal } from '@angular/core';
import type { Subscription } from 'rxjs';
import { instantOf } from '../platform/clock';
import { GraphqlClient } from '../platform/graphql-client';
import { type Fault, faultOf, isPassing } from '../platform/graphql-fault';
import { newId } from '../platform/ids';
import { PageLife } from '../platform/page-life';
import { ServerClock } from '../platform/server-clock';
import { SocketHealth } from '../platform/socket-health';
import { BrowserStorage } from '../platform/storage';
import {
  type ChatMessagePartsFragment,
  ChatMessagesDocument,
  SendMessageDocument,
} from './chat-operations';
import type { ChatFile } from './domain/chat-file';
import { type ChatLine, type SystemLine, chatLines } from './domain/chat-lines';
import {
  type Draft,
  type SentMessage,
  delivered,
  discarded,
  emptyLog,
  firstUnreadId,
  lastId,
  nextToSend,
  received,
  unreadCount,
  written,
} from './domain/chat-log';
import { unsentFrom, withUnsent, withoutUnsent } from './domain/outbox';

/** What somebody wants to send. */
export interface Written {
  readonly text: string;
  readonly files?: readonly ChatFile[];
}

const tryAgainMs = 5000;

/** The chat of one session; provided by the page that shows it. */
@Service({ autoProvided: false })
export class ChatStore {
  private readonly graphql = inject(GraphqlClient);
  private readonly clock = inject(ServerClock);
  private readonly storage = inject(BrowserStorage);
  private readonly socket = inject(SocketHealth);
  private readonly page = inject(PageLife);
  private readonly log = signal(emptyLog);
  private readonly selfId = signal('');
  private readonly isOpen = signal(false);
  private readonly lastSeenId = signal<string | null>(null);
  private readonly firstNewId = signal<string | null>(null);
  private readonly failure = signal<Fault | null>(null);
  private readonly refusal = signal<string | null>(null);
  /** Lines that failed for a reason that passes; they are sent again when the connection is back. */
  private readonly toRepeat = new Set<string>();
  private readonly id = signal('');
  private cursor: string | null = null;
  /** What was seen before the page was opened, and when that was. */
  private opening: { readonly seenId: string | null; readonly openedAt: number } = {
    seenId: null,
    openedAt: 0,
  };
  private following: Subscription | undefined;
  private isSending = false;
  private waiting: ReturnType<typeof setTimeout> | undefined;

  /** Of which session it is; empty until it is opened. */
  readonly sessionId = this.id.asReadonly();
  readonly fault = this.failure.asReadonly();
  /** What the server has, in its order. */
  readonly messages = computed(() => this.log().messages);
  /** Why the server would not take the last line. */
  readonly problem = this.refusal.asReadonly();
  readonly unread = computed(() =>
    this.isOpen() ? 0 : unreadCount(this.log(), this.lastSeenId(), this.selfId()),
  );

  constructor() {
    const reconnecting = this.socket.connected.subscribe(() => {
      for (const id of this.toRepeat) this.retry(id);
      void this.sendInOrder();
    });
    const returning = this.page.returns.subscribe(() => {
      this.lookAgain();
    });
    inject(DestroyRef).onDestroy(() => {
      reconnecting.unsubscribe();
      returning.unsubscribe();
      this.following?.unsubscribe();
      clearTimeout(this.waiting);
    });
  }

  /** Loads the session's chat from its beginning and goes on following it; what was not sent yet is sent. */
  open(sessionId: string, selfId: string): void {
    if (this.id() === sessionId) return;
    this.id.set(sessionId);
    this.selfId.set(selfId);
    const seen = this.storage.read(this.seenKey);
    const seenId = typeof seen === 'string' ? seen : null;
    this.lastSeenId.set(seenId);
    this.opening = { seenId, openedAt: this.clock.now() };
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
    const kept = unsentFrom(this.storage.read(this.unsentKey));
    this.log.update((log) => kept.reduce(written, log));
    void this.sendInOrder();
  }

  /** What is shown: the messages, with the system's lines between them by time. */
  linesWith(system: readonly SystemLine[]): readonly ChatLine[] {
    return chatLines(this.log(), system, { id: this.selfId(), firstNewId: this.firstNewId() });
  }

  /** Whether somebody is looking at the chat now; what they look at is read, and what was new is marked. */
  setOpen(isOpen: boolean): void {
    this.firstNewId.set(
      isOpen ? firstUnreadId(this.log(), this.lastSeenId(), this.selfId()) : null,
    );
    this.isOpen.set(isOpen);
    this.markSeen();
  }

  /** The page is looked at again: what came meanwhile is new. */
  private lookAgain(): void {
    if (!this.isOpen()) return;
    const newId = firstUnreadId(this.log(), this.lastSeenId(), this.selfId());
    if (newId !== null) this.firstNewId.set(newId);
    this.markSeen();
  }

  /** Shows a line at once and sends it. It is kept until the server has it, whatever becomes of the page. */
  send({ text, files = [] }: Written): void {
    const draft = { id: newId(), text, files, writtenAt: this.clock.now() };
    this.storage.write(this.unsentKey, withUnsent(this.storage.read(this.unsentKey), draft));
    this.log.update((log) => written(log, draft));
    void this.sendInOrder();
  }

  /** Sends a line again that failed or waits. Its id is the same, so it cannot appear twice. */
  retry(id: string): void {
    const draft = this.log().drafts.find((candidate) => candidate.id === id);
    this.toRepeat.delete(id);
    if (draft?.delivery === 'failed') this.log.update((log) => delivered(log, id, 'sending'));
    void this.sendInOrder();
  }

  /** Gives a line up that was not sent. */
  discard(id: string): void {
    this.toRepeat.delete(id);
    this.refusal.set(null);
    this.forget(id);
    this.log.update((log) => discarded(log, id));
  }

  /** One after the other, so that the other reads them in the order of writing. */
  private async sendInOrder(): Promise<void> {
    if (this.isSending) return;
    this.isSending = true;
    clearTimeout(this.waiting);
    let draft = nextToSend(this.log());
    while (draft !== null && (await this.deliver(draft))) draft = nextToSend(this.log());
    this.isSending = false;
  }

  /** Whether to go on with the next line. */
  private async deliver({ id, text, files }: Draft): Promise<boolean> {
    this.refusal.set(null);
    this.mark(id, 'sending');
    const fileIds = files.map((file) => file.id);
    const input = { sessionId: this.id(), messageId: id, text, fileIds };
    try {
      const { sendMessage } = await this.graphql.mutate(
        SendMessageDocument,
        { input },
        'repeatable',
      );
      const isSent = sendMessage.__typename === 'ChatMessage';
      this.mark(id, isSent ? 'sent' : 'failed');
      if (isSent) this.forget(id);
      else this.refusal.set(sendMessage.message);
      return true;
    } catch (error) {
      return this.wait(id, faultOf(error));
    }
  }

  /** Without a connection all lines wait; a line that the server could not take fails alone. */
  private wait(id: string, fault: Fault): boolean {
    if (fault !== 'unreachable') {
      if (isPassing(fault)) this.toRepeat.add(id);
      this.mark(id, 'failed');
      return true;
    }
    for (const draft of this.log().drafts) {
      if (draft.delivery === 'sending') this.mark(draft.id, 'waiting');
    }
    this.waiting = setTimeout(() => void this.sendInOrder(), tryAgainMs);
    return false;
  }

  private mark(id: string, delivery: Draft['delivery']): void {
    this.log.update((log) => delivered(log, id, delivery));
  }

  private forget(id: string): void {
    this.storage.write(this.unsentKey, withoutUnsent(this.storage.read(this.unsentKey), id));
  }

  private take(message: ChatMessagePartsFragment): void {
    this.cursor = message.cursor;
    const isOurs = this.log().drafts.some(({ id }) => id === message.id);
    if (isOurs) this.forget(message.id);
    this.log.update((log) => received(log, sentMessage(message)));
    this.noteMissed(sentMessage(message));
    this.markSeen();
  }

  /** Marks where the lines begin that came while this page was not there. */
  private noteMissed({ id, sentAt, authorId }: SentMessage): void {
    const { seenId, openedAt } = this.opening;
    if (!this.isOpen() || this.firstNewId() !== null || seenId === null) return;
    const isMissed = authorId !== this.selfId() && sentAt < openedAt && id !== seenId;
    if (isMissed && this.log().messages.some((known) => known.id === seenId)) {
      this.firstNewId.set(id);
    }
  }

  private markSeen(): void {
    if (!this.isOpen() || !this.page.isVisible) return;
    const id = lastId(this.log());
    if (id === this.lastSeenId()) return;
    this.lastSeenId.set(id);
    this.storage.write(this.seenKey, id);
  }

  private get seenKey(): string {
    return `own.chat-seen.${this.id()}`;
  }

  private get unsentKey(): string {
    return `own.chat-unsent.${this.id()}.${this.selfId()}`;
  }
}

function sentMessage(message: ChatMessagePartsFragment): SentMessage {
  return {
    id: message.id,
    text: message.text,
    files: message.attachments,
    sentAt: instantOf(message.sentAt),
    authorId: message.author.id,
    authorName: message.author.displayName,
  };
}
