import { DestroyRef, Service, inject } from '@angular/core';
import { TypingStore } from '../chat/typing-store';
import { MediaStore } from '../media/media-store';
import { SessionStore } from '../session/session-store';

const topic = 'typing';

/** Carries over the call's own line that somebody is typing in the chat. */
@Service({ autoProvided: false })
export class ChatTyping {
  private readonly media = inject(MediaStore);
  private readonly session = inject(SessionStore);
  private readonly typing = inject(TypingStore);

  constructor() {
    const told = this.typing.told.subscribe((word) => {
      this.media.tell(topic, word, 'at-once');
    });
    const heard = this.media.heard.subscribe((word) => {
      if (word.topic === topic) this.typing.heard(word.text, this.otherName());
    });
    inject(DestroyRef).onDestroy(() => {
      told.unsubscribe();
      heard.unsubscribe();
    });
  }

  private otherName(): string {
    return this.session.session()?.other.person.displayName ?? '';
  }
}
