import { DestroyRef, Service, computed, inject, signal } from '@angular/core';
import { toObservable } from '@angular/core/rxjs-interop';
import { EMPTY, type Observable, catchError, switchMap, tap } from 'rxjs';
import { ViewerStore } from '../account/viewer-store';
import { GraphqlClient } from '../platform/graphql-client';
import { type Fault, faultOf } from '../platform/graphql-fault';
import { Locale } from '../platform/locale';
import {
  type Preferences,
  type PreferencesPatch,
  asOne,
  patched,
  usualPreferences,
} from './domain/preferences';
import {
  PreferencesChangedDocument,
  PreferencesDocument,
  type PreferencesPartsFragment,
  UpdatePreferencesDocument,
} from './preferences-operations';

export { usualPreferences } from './domain/preferences';
export type { Preferences, PreferencesPatch } from './domain/preferences';

const unknown = { revision: -1, preferences: usualPreferences };

/** How the viewer wants PeerLearn to be: the same on every page and device, and live. */
@Service()
export class PreferencesStore {
  private readonly graphql = inject(GraphqlClient);
  private readonly viewers = inject(ViewerStore);
  private readonly locale = inject(Locale);
  private readonly known = signal(unknown);
  /** What was changed here and not yet kept there. */
  private readonly waiting = signal<readonly PreferencesPatch[]>([]);
  private readonly failure = signal<Fault | null>(null);
  private sending: Promise<void> | null = null;

  /** The usual ones until they are known; what was changed here counts at once. */
  readonly preferences = computed<Preferences>(() =>
    patched(this.known().preferences, this.waiting()),
  );
  readonly isLoaded = computed(() => this.known().revision >= 0);
  /** What `preferences` says counts: they are known, or cannot be asked for. */
  readonly isSettled = computed(() => this.isLoaded() || this.failure() !== null);
  /** Why they are not known, or why the last change was taken back. */
  readonly fault = this.failure.asReadonly();

  constructor() {
    const following = toObservable(this.viewers.id)
      .pipe(switchMap((personId) => this.follow(personId)))
      .subscribe();
    inject(DestroyRef).onDestroy(() => {
      following.unsubscribe();
    });
  }

  /** Shown at once; taken back, with `fault`, where it cannot be kept. Resolves when that is known. */
  async change(patch: PreferencesPatch): Promise<void> {
    this.waiting.update((waiting) => [...waiting, patch]);
    this.sending ??= this.sendAll();
    await this.sending;
  }

  private follow(personId: string): Observable<unknown> {
    this.known.set(unknown);
    this.waiting.set([]);
    this.failure.set(null);
    if (personId === '') return EMPTY;
    const tell = (fault: Fault) => {
      this.failure.set(fault);
    };
    return this.graphql.ask(PreferencesDocument, {}, tell).pipe(
      tap(({ preferences }) => {
        this.failure.set(null);
        this.take(preferences);
        if (preferences.timeZone === null) void this.adoptTimeZone();
      }),
      // The stream begins with what they are, so nothing is missed while it was away.
      switchMap(() => this.graphql.follow(PreferencesChangedDocument, () => ({}))),
      tap(({ preferencesChanged }) => {
        this.take(preferencesChanged);
      }),
      catchError((error: unknown) => {
        tell(faultOf(error));
        return EMPTY;
      }),
    );
  }

  /** One at a time, so that the last word stays the last; what is changed meanwhile goes as one. */
  private async sendAll(): Promise<void> {
    this.failure.set(null);
    while (this.waiting().length > 0) {
      const going = this.waiting();
      await this.send(asOne(going));
      this.waiting.update((waiting) => waiting.filter((patch) => !going.includes(patch)));
    }
    this.sending = null;
  }

  private async send(input: PreferencesPatch): Promise<void> {
    const personId = this.viewers.id();
    try {
      const { updatePreferences: answer } = await this.graphql.mutate(
        UpdatePreferencesDocument,
        { input },
        'repeatable',
      );
      if (personId !== this.viewers.id()) return;
      if (answer.__typename === 'Preferences') this.take(answer);
      else this.failure.set('refused');
    } catch (error) {
      this.failure.set(faultOf(error));
    }
  }

  /** Answers and news come in any order; the older of two is no news. */
  private take({ revision, ...preferences }: PreferencesPartsFragment): void {
    if (revision < this.known().revision) return;
    this.known.set({ revision, preferences });
    this.viewers.useTimeZone(preferences.timeZone);
  }

  /** Times are written on the server too, which cannot ask the device; a choice is never overruled. */
  private async adoptTimeZone(): Promise<void> {
    await this.change({ timeZone: this.locale.timeZone });
    this.failure.set(null);
  }
}
