import { Component, inject } from '@angular/core';
import { ViewerStore } from '../account/viewer-store';
import { ChatPanel } from '../chat/chat-panel';
import { ChatStore } from '../chat/chat-store';
import { SessionStore } from '../session/session-store';

/** The chat of a session that is over, to read. */
@Component({
  selector: 'pl-chat-record',
  imports: [ChatPanel],
  template: `<pl-chat-panel [systemLines]="session.systemLines()" [isClosed]="true" />`,
  styles: `
    :host {
      display: flex;
      flex-direction: column;
      max-block-size: 36rem;
      min-block-size: 0;
    }

    pl-chat-panel {
      min-block-size: 0;
    }

    @media print {
      :host {
        max-block-size: none;
      }
    }
  `,
  providers: [ChatStore],
})
export class ChatRecord {
  protected readonly session = inject(SessionStore);

  constructor() {
    const sessionId = this.session.session()?.id;
    if (sessionId) inject(ChatStore).open(sessionId, inject(ViewerStore).id());
  }
}
