import { DestroyRef, Service, computed, inject, signal } from '@angular/core';
import { Subject, lastValueFrom, takeUntil } from 'rxjs';
import type { ConsentAct, ConsentKind } from '../graphql/schema-types';
import { GraphqlClient } from '../platform/graphql-client';
import { SessionStore } from '../session/session-store';
import { ChangeConsentDocument, type ChangeConsentMutation } from './consent-operations';
import type { ConsentView } from './domain/consent-view';
import type { ConsentChoice } from './domain/consent-words';

/** What the two agreed to, and what the person says to it; provided by each part that lets them. */
@Service({ autoProvided: false })
export class ConsentStore {
  private readonly graphql = inject(GraphqlClient);
  private readonly session = inject(SessionStore);
  private readonly gone = new Subject<void>();
  private readonly saying = signal<ConsentAct | null>(null);
  private readonly refusal = signal<string | null>(null);

  /** What is on its way to the server. */
  readonly pending = this.saying.asReadonly();
  /** Why the last word was not taken. */
  readonly problem = this.refusal.asReadonly();

  readonly view = computed<ConsentView>(() => ({
    consents: this.session.session()?.consents ?? [],
    selfId: this.session.self()?.person.id ?? '',
    otherName: this.session.other()?.person.displayName ?? '',
  }));
  readonly transcript = computed(
    () => this.view().consents.find(({ kind }) => kind === 'TRANSCRIPT') ?? null,
  );

  constructor() {
    inject(DestroyRef).onDestroy(() => {
      this.gone.next();
    });
  }

  /** Says one thing to one or both; the stream of the session tells what came of it. */
  async say({ act, kinds }: Pick<ConsentChoice, 'act' | 'kinds'>): Promise<void> {
    if (this.saying() !== null) return;
    this.saying.set(act);
    this.refusal.set(null);
    try {
      for (const kind of kinds) await this.tell(act, kind);
    } catch {
      this.refusal.set('Your answer did not get through. Try again.');
    } finally {
      this.saying.set(null);
    }
  }

  private async tell(act: ConsentAct, kind: ConsentKind): Promise<void> {
    const sessionId = this.session.session()?.id ?? '';
    const variables = { input: { sessionId, kind, act } };
    const isNo = act === 'PAUSE' || act === 'DECLINE' || act === 'WITHDRAW';
    const answer = isNo
      ? await this.insist(variables)
      : await this.graphql.mutate(ChangeConsentDocument, variables, 'repeatable');
    const changed = answer?.changeConsent;
    if (changed && 'message' in changed) this.refusal.set(changed.message);
  }

  /** A no is said until it is heard, however bad the line is; a yes of a while ago is none. */
  private insist(variables: {
    readonly input: {
      readonly sessionId: string;
      readonly kind: ConsentKind;
      readonly act: ConsentAct;
    };
  }): Promise<ChangeConsentMutation | null> {
    const answers = this.graphql.ask(ChangeConsentDocument, variables, () => undefined);
    return lastValueFrom(answers.pipe(takeUntil(this.gone)), { defaultValue: null });
  }
}
