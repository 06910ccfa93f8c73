import type { Accounts } from './accounts/accounts.ts';
import type { Base } from './base.ts';
import type { Chat } from './chat/chat.ts';
import type { Files } from './files/files.ts';
import { Housekeeping } from './platform/housekeeping.ts';
import type { Recording } from './recording/recording.ts';
import type { Reminders } from './reminders/reminders.ts';
import type { Transcript } from './transcript/transcript.ts';

interface Kept {
  readonly accounts: Pick<Accounts, 'forgetExpired'>;
  readonly reminders: Pick<Reminders, 'forgetOld'>;
  readonly chat: Pick<Chat, 'forgetUnkept'>;
  readonly files: Pick<Files, 'removeExpired'>;
  readonly recording: Pick<Recording, 'removeExpired'>;
  readonly transcript: Pick<Transcript, 'forget'>;
}

const dayMs = 24 * 60 * 60_000;

/** What this program does not keep for ever. */
export function housekeepingOf(
  { clock, logger, storage }: Base,
  { accounts, reminders, chat, files, recording, transcript }: Kept,
): Housekeeping {
  return new Housekeeping({
    chores: [
      { name: 'notices', portion: (now) => reminders.forgetOld(now) },
      { name: 'chats', portion: () => chat.forgetUnkept() },
      { name: 'files', portion: (now) => files.removeExpired(now) },
      { name: 'half a file', portion: (now) => storage.removeUnfinished(now - dayMs) },
      { name: 'recordings', portion: (now) => recording.removeExpired(now) },
      { name: 'sign-ins', portion: (now) => accounts.forgetExpired(now) },
      { name: 'transcripts', portion: (now) => transcript.forget(now) },
    ],
    clock,
    logger: logger.child({ context: 'housekeeping' }),
  });
}
