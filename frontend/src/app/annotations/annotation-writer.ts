import { DestroyRef, Service, computed, inject, signal } from '@angular/core';
import { Subject, lastValueFrom, takeUntil } from 'rxjs';
import { GraphqlClient } from '../platform/graphql-client';
import type { GraphqlDocument } from '../platform/graphql-document';
import { faultOf, faultText } from '../platform/graphql-fault';
import { newId } from '../platform/ids';
import { ServerClock } from '../platform/server-clock';
import { BrowserStorage } from '../platform/storage';
import { SessionStore } from '../session/session-store';
import { TopicStore } from '../topics/topic-store';
import { AnnotationStore } from './annotation-store';
import {
  AnnotateDocument,
  EditAnnotationDocument,
  WithdrawAnnotationDocument,
} from './annotations-operations';
import { type Annotation, isSame } from './domain/annotation-log';
import {
  type Draft,
  type EditDraft,
  type Unsent,
  draftFrom,
  editsFrom,
  emptyDraft,
  unsentFrom,
} from './domain/outbox';

/** What stands in the way of something that was written. */
interface Refused {
  readonly id: string;
  readonly reason: string;
}

/**
 * The mentor's own hand: what is being typed, what waits for the connection, and what is being changed.
 * All of it is in the browser until the server has it, so that a page that dies loses no word.
 */
@Service({ autoProvided: false })
export class AnnotationWriter {
  private readonly graphql = inject(GraphqlClient);
  private readonly clock = inject(ServerClock);
  private readonly storage = inject(BrowserStorage);
  private readonly session = inject(SessionStore);
  private readonly topics = inject(TopicStore);
  private readonly store = inject(AnnotationStore);
  private readonly typed = signal<Draft>(emptyDraft);
  private readonly outbox = signal<readonly Unsent[]>([]);
  private readonly changing = signal<readonly EditDraft[]>([]);
  private readonly saving = signal<ReadonlySet<string>>(new Set());
  private readonly cut = signal(false);
  private readonly refusals = signal<readonly Refused[]>([]);
  private readonly gone = new Subject<void>();
  private sessionId = '';

  readonly draft = this.typed.asReadonly();
  /** What the server does not have yet, in the order of writing. */
  readonly unsent = this.outbox.asReadonly();
  readonly edits = this.changing.asReadonly();
  /** What was being changed when it was withdrawn elsewhere: its words are still here. */
  readonly orphans = computed(() =>
    this.changing().filter(({ id }) => this.store.byId(id)?.isWithdrawn),
  );
  /** Whether something waits for the connection. */
  readonly isWaiting = computed(
    () => this.cut() && (this.outbox().length > 0 || this.saving().size > 0),
  );

  constructor() {
    inject(DestroyRef).onDestroy(() => {
      this.gone.next();
    });
  }

  /** Takes up what this browser still has of the session, and sends what was left to send. */
  open(sessionId: string): void {
    if (this.sessionId === sessionId) return;
    this.sessionId = sessionId;
    this.typed.set(draftFrom(this.storage.read(this.key('draft'))));
    this.changing.set(editsFrom(this.storage.read(this.key('edits'))));
    this.outbox.set(unsentFrom(this.storage.read(this.key('outbox'))));
    for (const one of this.outbox()) void this.deliver(one);
  }

  /** Why an annotation could not be kept or changed. */
  problemOf(id: string): string | null {
    return this.refusals().find((refused) => refused.id === id)?.reason ?? null;
  }

  isSaving(id: string): boolean {
    return this.saving().has(id);
  }

  type(changes: Partial<Draft>): void {
    this.typed.update((draft) => ({ ...draft, ...changes }));
    const { text, topicId } = this.typed();
    const isEmpty = text === '' && topicId === null;
    this.storage.write(this.key('draft'), isEmpty ? null : this.typed());
  }

  /** Sends what was typed; kind and audience stay for the next one. */
  send(): void {
    const { text, kind, isPrivate, topicId } = this.typed();
    if (text.trim() === '') return;
    const one: Unsent = {
      id: newId(),
      topicId: topicId ?? this.topics.current()?.id ?? null,
      ...{ kind, isPrivate, text: text.trim() },
      writtenAt: this.clock.now(),
      sessionMs: this.session.activeMs(),
    };
    this.keep([...this.outbox(), one]);
    this.type({ text: '' });
    void this.deliver(one);
  }

  /** Sends again what the server would not take; its id is the same, so it cannot appear twice. */
  retry(id: string): void {
    const one = this.outbox().find((unsent) => unsent.id === id);
    if (one) void this.deliver(one);
  }

  /** Gives up what the server would not take. */
  discard(id: string): void {
    this.forgive(id);
    this.keep(this.outbox().filter((unsent) => unsent.id !== id));
  }

  editOf(id: string): EditDraft | null {
    return this.changing().find((edit) => edit.id === id) ?? null;
  }

  /** The newer state of what is being changed, where another tab was first. */
  conflictOf(edit: EditDraft): Annotation | null {
    const kept = this.store.byId(edit.id);
    return kept && kept.revision > edit.revision && !isSame(kept, edit) ? kept : null;
  }

  beginEdit({ id, revision, kind, isPrivate, text }: Annotation): void {
    const others = this.changing().filter((edit) => edit.id !== id);
    this.keepEdits([...others, { id, revision, kind, isPrivate, text }]);
  }

  changeEdit(id: string, changes: Partial<EditDraft>): void {
    this.keepEdits(
      this.changing().map((edit) => (edit.id === id ? { ...edit, ...changes } : edit)),
    );
  }

  endEdit(id: string): void {
    this.forgive(id);
    this.keepEdits(this.changing().filter((edit) => edit.id !== id));
  }

  /** Saves one's own words over the newer ones, which have been shown. */
  async overwrite(id: string): Promise<void> {
    const revision = this.store.byId(id)?.revision;
    if (revision !== undefined) this.changeEdit(id, { revision });
    await this.saveEdit(id);
  }

  /** Saves what was changed; where another tab was first, its words are shown, and nothing is lost. */
  async saveEdit(id: string): Promise<void> {
    const edit = this.editOf(id);
    if (!edit || edit.text.trim() === '') return;
    const { revision } = edit;
    const words = { kind: edit.kind, isPrivate: edit.isPrivate, text: edit.text.trim() };
    const answer = await this.ask(id, EditAnnotationDocument, {
      input: { sessionId: this.sessionId, annotationId: id, revision, ...words },
    });
    const result = answer?.editAnnotation;
    if (result?.__typename === 'Annotation') {
      this.store.learn(result);
      this.saved(edit, result.revision);
    } else if (result?.__typename === 'AnnotationChanged') this.store.learn(result.current);
    else if (result) this.refuse(id, result.message);
  }

  /** Takes an annotation back; says whether it is gone. */
  async withdraw(id: string): Promise<boolean> {
    const answer = await this.ask(id, WithdrawAnnotationDocument, {
      input: { sessionId: this.sessionId, annotationId: id },
    });
    const result = answer?.withdrawAnnotation;
    if (result?.__typename === 'Annotation') this.store.learn(result);
    else if (result) this.refuse(id, result.message);
    return result?.__typename === 'Annotation';
  }

  /** What was typed while it was on its way is a change of what is kept now. */
  private saved(sent: EditDraft, revision: number): void {
    const now = this.editOf(sent.id);
    if (now && !isSame(now, sent)) this.changeEdit(sent.id, { revision });
    else this.endEdit(sent.id);
  }

  private async deliver(one: Unsent): Promise<void> {
    const { id, topicId, kind, isPrivate, text } = one;
    const writtenAt = new Date(one.writtenAt).toISOString();
    const answer = await this.ask(id, AnnotateDocument, {
      input: {
        ...{ sessionId: this.sessionId, annotationId: id },
        ...{ topicId, kind, isPrivate, text, writtenAt },
      },
    });
    const result = answer?.annotate;
    if (result?.__typename === 'Annotation') {
      this.store.learn(result);
      this.discard(id);
    } else if (result) this.refuse(id, result.message);
  }

  /** Asks until there is an answer; `null` where there is none to come. */
  private async ask<T, V extends object>(
    id: string,
    document: GraphqlDocument<T, V>,
    variables: V,
  ): Promise<T | null> {
    if (this.isSaving(id)) return null;
    this.forgive(id);
    this.saving.update((saving) => new Set(saving).add(id));
    const answers = this.graphql.ask(document, variables, () => {
      this.cut.set(true);
    });
    try {
      const answer = await lastValueFrom(answers.pipe(takeUntil(this.gone)), {
        defaultValue: null,
      });
      this.cut.set(false);
      return answer;
    } catch (error) {
      this.refuse(id, faultText(faultOf(error)));
      return null;
    } finally {
      this.saving.update((saving) => new Set([...saving].filter((one) => one !== id)));
    }
  }

  private refuse(id: string, reason: string): void {
    this.refusals.update((refused) => [...refused.filter((one) => one.id !== id), { id, reason }]);
  }

  private forgive(id: string): void {
    this.refusals.update((refused) => refused.filter((one) => one.id !== id));
  }

  /** Another tab may have something to send as well, which stays where it is. */
  private keep(outbox: readonly Unsent[]): void {
    const known = new Set([...this.outbox(), ...outbox].map(({ id }) => id));
    const others = unsentFrom(this.storage.read(this.key('outbox'))).filter(
      ({ id }) => !known.has(id),
    );
    this.outbox.set(outbox);
    const all = [...others, ...outbox];
    this.storage.write(this.key('outbox'), all.length > 0 ? all : null);
  }

  private keepEdits(edits: readonly EditDraft[]): void {
    this.changing.set(edits);
    this.storage.write(this.key('edits'), edits.length > 0 ? edits : null);
  }

  private key(what: 'draft' | 'outbox' | 'edits'): string {
    return `own.annotation-${what}.${this.sessionId}`;
  }
}
