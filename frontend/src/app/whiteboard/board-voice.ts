import { DestroyRef, Service, effect, inject, untracked } from '@angular/core';
import { Announcer } from '../platform/announcer';
import { type BoardNews, tellNews } from './domain/describe';
import { WhiteboardStore } from './whiteboard-store';

const quietMs = 4000;
const none: BoardNews = { added: [], changed: 0, removed: 0 };

/** Tells who cannot see it what the other one does on the board: now and then, and not every stroke. */
@Service({ autoProvided: false })
export class BoardVoice {
  private readonly announcer = inject(Announcer);
  private gathered = none;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private name = '';

  constructor() {
    const store = inject(WhiteboardStore);
    effect(() => {
      const news = store.news();
      untracked(() => {
        if (news) this.gather(news);
      });
    });
    inject(DestroyRef).onDestroy(() => {
      clearTimeout(this.timer);
    });
  }

  /** Who the other one is. */
  speakOf(name: string): void {
    this.name = name;
  }

  private gather({ added, changed, removed }: BoardNews): void {
    this.gathered = {
      added: [...this.gathered.added, ...added],
      changed: Math.max(this.gathered.changed, changed),
      removed: this.gathered.removed + removed,
    };
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      const words = tellNews(this.gathered, this.name);
      this.gathered = none;
      if (words !== null) this.announcer.say(words);
    }, quietMs);
  }
}
