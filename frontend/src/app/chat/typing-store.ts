import { DestroyRef, Service, inject, signal } from '@angular/core';
import { Subject } from 'rxjs';
import { Announcer } from '../platform/announcer';
import { DeviceClock } from '../platform/clock';
import {
  type Telling,
  type ToldAt,
  type TypingWord,
  afterStopping,
  afterTyping,
  typingForMs,
} from './domain/typing-signal';

/** Who listens to the page hears of it so often at the most. */
const announcedEveryMs = 60_000;

/** That somebody is typing, both ways. How the words travel is for whoever provides it. */
@Service({ autoProvided: false })
export class TypingStore {
  private readonly clock = inject(DeviceClock);
  private readonly announcer = inject(Announcer);
  private readonly words = new Subject<TypingWord>();
  private readonly other = signal(false);
  private toldAt: ToldAt = null;
  private announcedAt: number | null = null;
  private expiring: ReturnType<typeof setTimeout> | undefined;

  /** What the other is to be told. */
  readonly told = this.words.asObservable();
  readonly isOtherTyping = this.other.asReadonly();

  constructor() {
    inject(DestroyRef).onDestroy(() => {
      clearTimeout(this.expiring);
    });
  }

  /** The viewer typed; `text` is what is there now. */
  typed(text: string): void {
    this.tell(afterTyping(this.toldAt, text.trim() !== '', this.clock.monotonic()));
  }

  /** The viewer sent what they typed, or closed the chat. */
  stopped(): void {
    this.tell(afterStopping(this.toldAt, this.clock.monotonic()));
  }

  /** The other told something; `name` is what they are called. */
  heard(word: string, name: string): void {
    clearTimeout(this.expiring);
    const forMs = typingForMs(word);
    const isNew = forMs > 0 && !this.other();
    this.other.set(forMs > 0);
    if (isNew) this.announce(name);
    if (forMs > 0) {
      this.expiring = setTimeout(() => {
        this.other.set(false);
      }, forMs);
    }
  }

  private announce(name: string): void {
    const now = this.clock.monotonic();
    if (this.announcedAt !== null && now - this.announcedAt < announcedEveryMs) return;
    this.announcedAt = now;
    this.announcer.say(`${name} is typing`);
  }

  private tell({ toldAt, word }: Telling): void {
    this.toldAt = toldAt;
    if (word !== null) this.words.next(word);
  }
}
