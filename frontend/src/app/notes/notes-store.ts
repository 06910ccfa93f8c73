import { DestroyRef, Service, computed, inject, signal } from '@angular/core';
import { merge } from 'rxjs';
import { GraphqlClient } from '../platform/graphql-client';
import { faultOf, faultText, isPassing } from '../platform/graphql-fault';
import { PageLife } from '../platform/page-life';
import { SingleFlight } from '../platform/single-flight';
import { SocketHealth } from '../platform/socket-health';
import { both, gathered, settle } from './domain/settle';
import { NoteDrafts } from './note-drafts';
import { type NotesPartsFragment, OwnNotesDocument, SaveNotesDocument } from './notes-operations';

/** So long nobody types before the notes are saved. */
const pauseMs = 1000;
/** After so long what did not get through is tried again by itself. */
const againMs = 8000;

/** How the notes stand with the server; `unsaved` are those that it could not take yet. */
export type NotesState = 'loading' | 'saved' | 'saving' | 'unsaved';

/** What the server has. */
interface Kept {
  readonly text: string;
  readonly revision: number;
}

/**
 * The viewer's own notes on one session; provided by the page that shows it. Every keystroke is kept
 * in the browser until the server has it, and nothing is overwritten that this page has not seen.
 */
@Service({ autoProvided: false })
export class NotesStore {
  private readonly graphql = inject(GraphqlClient);
  private readonly drafts = inject(NoteDrafts);
  private readonly page = inject(PageLife);
  private readonly written = signal('');
  private readonly kept = signal<Kept | null>(null);
  private readonly hasMissed = signal(false);
  private readonly other = signal<Kept | null>(null);
  private readonly refusal = signal<string | null>(null);
  private readonly flight = new SingleFlight(() => this.saveOnce());
  private sessionId = '';
  private key = '';
  private waiting: ReturnType<typeof setTimeout> | undefined;

  readonly text = this.written.asReadonly();
  /** What another page wrote and this one lacks, until the person decides. */
  readonly conflict = computed(() => this.other()?.text ?? null);
  /** Why the server would not take them. */
  readonly problem = this.refusal.asReadonly();
  readonly state = computed<NotesState>(() => {
    if (!this.kept()) return 'loading';
    if (!this.isPending()) return 'saved';
    return this.hasMissed() || this.refusal() || this.other() ? 'unsaved' : 'saving';
  });
  /** Something is here that the server does not have. */
  private readonly isPending = computed(
    () => this.other() !== null || this.written() !== this.kept()?.text,
  );

  constructor() {
    const leaving = this.page.leaves.subscribe(() => {
      this.sendLast();
    });
    const coming = merge(this.page.returns, inject(SocketHealth).connected).subscribe(() => {
      if (this.sessionId === '') return;
      if (this.kept() && this.isPending()) this.saveNow();
      else void this.look();
    });
    inject(DestroyRef).onDestroy(() => {
      leaving.unsubscribe();
      coming.unsubscribe();
      clearTimeout(this.waiting);
      this.sendLast();
    });
  }

  /** Loads the notes, with what pages left behind that are gone. */
  open(sessionId: string, personId: string): void {
    if (this.sessionId === sessionId) return;
    this.sessionId = sessionId;
    this.key = `own.notes.${sessionId}.${personId}`;
    void this.begin();
  }

  /** Takes what was typed and saves it when there is a pause. */
  write(text: string): void {
    const kept = this.kept();
    if (!kept) return;
    this.written.set(text);
    this.refusal.set(null);
    this.drafts.keep(this.key, { text, base: kept.text, revision: kept.revision });
    this.saveSoon(pauseMs);
  }

  /** Saves without waiting for a pause. */
  saveNow(): void {
    clearTimeout(this.waiting);
    if (this.kept() && this.isPending()) void this.flight.run();
  }

  /** Decides between what is here and what another page wrote. */
  decide(choice: 'mine' | 'theirs' | 'both'): void {
    const other = this.other();
    if (!other) return;
    this.other.set(null);
    this.kept.set(other);
    const mine = this.written();
    this.write({ mine, theirs: other.text, both: both(mine, other.text) }[choice]);
    this.saveNow();
  }

  private async begin(): Promise<void> {
    const left = await this.drafts.orphans(this.key);
    const [first] = left;
    if (first) {
      // What was typed is there at once, also without a network.
      this.kept.set({ text: first.base, revision: first.revision });
      this.write(gathered(left.map(({ text }) => text)));
    }
    await this.look();
  }

  /** Learns what the server has; what this page wrote meanwhile is settled with it. */
  private async look(): Promise<void> {
    try {
      const { session } = await this.graphql.query(OwnNotesDocument, { sessionId: this.sessionId });
      const { viewerNotes } = session;
      // An answer may have been overtaken by what was saved meanwhile.
      const isNews = viewerNotes && viewerNotes.revision > (this.kept()?.revision ?? -1);
      if (isNews) this.settleWith(viewerNotes);
    } catch (error) {
      if (this.kept()) return;
      if (isPassing(faultOf(error))) this.lookAgain();
      else this.refusal.set('Your notes cannot be loaded.');
    }
  }

  private lookAgain(): void {
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => void this.look(), againMs);
  }

  private settleWith({ text, revision }: NotesPartsFragment): void {
    const settled = settle(this.kept()?.text ?? '', this.written(), text);
    if ('conflict' in settled) {
      this.other.set({ text, revision });
      return;
    }
    this.kept.set({ text, revision });
    this.written.set(settled.text);
    if (settled.text === text) this.drafts.drop(this.key);
    else this.write(settled.text);
  }

  private saveSoon(inMs: number): void {
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => {
      this.saveNow();
    }, inMs);
  }

  private async saveOnce(): Promise<void> {
    const kept = this.kept();
    const text = this.written();
    if (!kept || this.other() || text === kept.text) return;
    const input = { sessionId: this.sessionId, text, revision: kept.revision };
    try {
      const { saveNotes } = await this.graphql.mutate(SaveNotesDocument, { input }, 'repeatable');
      this.hasMissed.set(false);
      if (saveNotes.__typename === 'SessionNotes') this.taken(text, saveNotes.revision);
      else if (saveNotes.__typename === 'NotesChanged') this.settleWith(saveNotes.current);
      else this.refusal.set(saveNotes.message);
    } catch (error) {
      this.missed(error);
    }
  }

  private taken(text: string, revision: number): void {
    this.kept.set({ text, revision });
    const now = this.written();
    // What was typed meanwhile goes on being kept here, as made of what is saved now.
    if (now === text) this.drafts.drop(this.key);
    else this.write(now);
  }

  private missed(error: unknown): void {
    this.hasMissed.set(true);
    const fault = faultOf(error);
    if (isPassing(fault)) this.saveSoon(againMs);
    else this.refusal.set(faultText(fault));
  }

  private sendLast(): void {
    const kept = this.kept();
    const text = this.written();
    if (!kept || this.other() || text === kept.text) return;
    const input = { sessionId: this.sessionId, text, revision: kept.revision };
    this.graphql.sendLast(SaveNotesDocument, { input });
  }
}
