import type { PersonReader } from '../accounts/person.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database/database.ts';
import type { WakeUps } from '../platform/streams/wake-ups.ts';
import type { Sessions } from '../sessions/sessions.ts';
import { ChatResolver } from './graphql/chat-resolver.ts';
import { ChatMessageEntity } from './store/chat-message-entity.ts';
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
}

export interface Chat {
  readonly resolvers: readonly object[];
  readonly send: SendMessage;
}

/** What the two write to each other during a session. */
export function createChat({ database, clock, wakeUps, sessions, people }: ChatOptions): Chat {
  const messages = new MessageStore(database, sessions.log);
  const send = new SendMessage(messages, clock);
  const { access } = sessions;
  return { send, resolvers: [new ChatResolver({ access, people, messages, send, wakeUps })] };
}
