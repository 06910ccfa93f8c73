import type { Allowances } from '../platform/allowances/allowances.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database/database.ts';
import type { WakeUps } from '../platform/streams/wake-ups.ts';
import type { Sessions } from '../sessions/sessions.ts';
import { LinkResolver } from './graphql/link-resolver.ts';
import { NoteResolver } from './graphql/note-resolver.ts';
import { LinkStore } from './store/link-store.ts';
import { NoteEntity } from './store/note-entity.ts';
import { NoteStore } from './store/note-store.ts';
import { ResourceLinkEntity } from './store/resource-link-entity.ts';
import { RemoveLink } from './use-cases/remove-link.ts';
import { SaveNotes } from './use-cases/save-notes.ts';
import { ShareLink } from './use-cases/share-link.ts';

export const noteEntities = [NoteEntity, ResourceLinkEntity];
export const noteResolvers = [NoteResolver, LinkResolver];

export interface NotesOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly allowances: Allowances;
  readonly wakeUps: WakeUps;
  readonly sessions: Sessions;
}

export interface Notes {
  readonly resolvers: readonly object[];
}

/** What each of the two writes for themselves, and the links that the mentor shares. */
export function createNotes(options: NotesOptions): Notes {
  const { database, clock, allowances, wakeUps, sessions } = options;
  const notes = new NoteStore(database);
  const links = new LinkStore(database);
  const { access, log } = sessions;
  const save = new SaveNotes(notes, clock);
  const share = new ShareLink(log, links);
  const remove = new RemoveLink(log, links);
  return {
    resolvers: [
      new NoteResolver({ access, notes, save, allowances }),
      new LinkResolver({ access, links, share, remove, wakeUps, allowances }),
    ],
  };
}
