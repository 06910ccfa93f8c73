import { BatchLoader } from '../platform/batch-loader.ts';
import type {
  ConsentKind,
  ConsentPolicy,
  ConsentReader,
  ConsentRecord,
  FactsReader,
  SessionFacts,
} from '../sessions/sessions.ts';
import { type ConsentState, replayConsent } from './domain/consent.ts';
import { type ConsentSpan, consentSpans } from './domain/consent-spans.ts';

/** Every kind, in the order in which they are shown. */
const consentKinds = ['TRANSCRIPT', 'RECORDING'] as const satisfies readonly ConsentKind[];

/** What this PeerLearn is able to do; what it is not able to do, nobody is asked about. */
type Offers = Readonly<Record<ConsentKind, boolean>>;

/** How things stand with one kind of consent in a session. */
export interface ConsentStand {
  readonly kind: ConsentKind;
  readonly policy: ConsentPolicy;
  /** Who does it, in words, where that is known before. */
  readonly engine: string | null;
  readonly state: ConsentState;
  /** All that was said of it, in order. */
  readonly words: readonly ConsentRecord[];
  readonly spans: readonly ConsentSpan[];
  /** Whether it may run right now. */
  readonly isRunning: boolean;
  /** Whether it may run again as soon as they go on. */
  readonly isPaused: boolean;
}

export interface ConsentBookOptions {
  readonly facts: Pick<FactsReader, 'ofMany'>;
  readonly consents: ConsentReader;
  readonly offers: Offers;
  /** Who writes down what is said, in words. */
  readonly speechEngine?: string;
}

const noWords: readonly ConsentRecord[] = [];

/** What the two of each session agreed to, read from the logs. */
export class ConsentBook {
  private readonly stands = new BatchLoader<string, readonly ConsentStand[]>((ids) =>
    this.read(ids),
  );

  constructor(private readonly options: ConsentBookOptions) {}

  /** Of each kind; none where there is no such session. */
  async of(sessionId: string): Promise<readonly ConsentStand[]> {
    return (await this.stands.load(sessionId)) ?? [];
  }

  /** Whether both want it, and the session goes on. */
  async isRunning(sessionId: string, kind: ConsentKind): Promise<boolean> {
    return (await this.of(sessionId)).some((one) => one.kind === kind && one.isRunning);
  }

  /** Whether both wanted it, are off the record, and the session goes on. */
  async isPaused(sessionId: string, kind: ConsentKind): Promise<boolean> {
    return (await this.of(sessionId)).some((one) => one.kind === kind && one.isPaused);
  }

  /** When both wanted it; never where the course has it off by now. */
  async spans(sessionId: string, kind: ConsentKind): Promise<readonly ConsentSpan[]> {
    const stand = (await this.of(sessionId)).find((one) => one.kind === kind);
    return stand && stand.policy !== 'OFF' ? stand.spans : [];
  }

  /** What the course wants, as far as it can be done here. */
  policyOf(facts: SessionFacts, kind: ConsentKind): ConsentPolicy {
    if (!this.options.offers[kind]) return 'OFF';
    return kind === 'TRANSCRIPT' ? facts.transcriptConsent : facts.recordingConsent;
  }

  private async read(
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, readonly ConsentStand[]>> {
    const { facts, consents } = this.options;
    const [found, words] = await Promise.all([facts.ofMany(ids), consents.ofMany(ids)]);
    return new Map(
      found.map((one) => {
        const said = words.get(one.sessionId) ?? noWords;
        return [one.sessionId, consentKinds.map((kind) => this.stand(one, kind, said))] as const;
      }),
    );
  }

  private stand(
    facts: SessionFacts,
    kind: ConsentKind,
    said: readonly ConsentRecord[],
  ): ConsentStand {
    const policy = this.policyOf(facts, kind);
    const words = said.filter((word) => word.kind === kind);
    const state = replayConsent(policy, words);
    const isOpen = facts.status !== 'ENDED' && policy !== 'OFF';
    return {
      ...{ kind, policy, state, words },
      engine: kind === 'TRANSCRIPT' ? (this.options.speechEngine ?? null) : null,
      spans: consentSpans(words),
      isRunning: isOpen && state.status === 'RUNNING',
      isPaused: isOpen && state.status === 'PAUSED',
    };
  }
}
