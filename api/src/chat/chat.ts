import type { PersonReader } from '../accounts/person.ts';
import type { Files } from '../files/files.ts';
import { Background } from '../platform/background.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database/database.ts';
import type { Logger } from '../platform/logger.ts';
import type { WakeUps } from '../platform/streams/wake-ups.ts';
import type { Sessions } from '../sessions/sessions.ts';
import { ChatResolver } from './graphql/chat-resolver.ts';
import { ChatMessageEntity } from './store/chat-message-entity.ts';
import { UnkeptChats } from './store/unkept-chats.ts';
import { MessageStore } from './store/message-store.ts';
import { SendMessage } from './use-cases/send-message.ts';

export const chatEntities = [ChatMessageEntity];
export const chatResolvers = [ChatResolver];

export interface ChatOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly wakeUps: WakeUps;
  readonly sessions: Sessions;
  readonly people: PersonReader;
  readonly files: Files;
  readonly logger: Logger;
}

export interface Chat extends AsyncDisposable {
  readonly resolvers: readonly object[];
  readonly send: SendMessage;
  /** Deletes a portion of the lines that are not to be kept; says how many. */
  forgetUnkept(): Promise<number>;
}

/** What the two write to each other during a session. */
export function createChat(options: ChatOptions): Chat {
  const { database, clock, wakeUps, sessions, people, files } = options;
  const messages = new MessageStore(database, sessions.log, files);
  const send = new SendMessage({ messages, files, clock });
  const { access } = sessions;
  const unkept = new UnkeptChats(database, files);
  const background = new Background(options.logger);
  sessions.log.onChanged(({ sessionId, events }) => {
    if (!events.some(({ type }) => type === 'SESSION_ENDED')) return;
    // What is missed here is found by the next housekeeping.
    background.run('chat not kept', () => unkept.forgetSession(sessionId));
  });
  return {
    send,
    forgetUnkept: () => unkept.forget(),
    resolvers: [new ChatResolver({ access, people, messages, send, wakeUps })],
    [Symbol.asyncDispose]: () => background[Symbol.asyncDispose](),
  };
}
