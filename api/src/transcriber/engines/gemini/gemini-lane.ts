import type { Logger } from '../../../platform/logger.ts';
import type { Lane, Words } from '../engine.ts';
import type { Line, Said } from './gemini-line.ts';

export type OpenLine = (hear: (said: Said) => void) => Promise<Line>;

export interface GeminiLaneOptions {
  readonly open: OpenLine;
  readonly now: () => number;
  readonly logger: Logger;
  readonly onClosed: () => void;
}

/** A line is closed by the other side after about ten minutes; it is renewed before, between two utterances. */
const freshMs = 9 * 60_000;
/** Without a final for so long after the end, what was heard on the way is taken for it. */
const patienceMs = 8000;
const mostTries = 4;
const firstPauseMs = 250;
const noWords: Words = { text: '', language: null };

interface Utterance {
  readonly id: string;
  samples: Float32Array;
  /** How many of them went over the present line; `null` where it has not begun there. */
  sent: number | null;
  endedAt: number | null;
  isEndSent: boolean;
  newest: Words | null;
  /** The part of it that is final already. */
  before: string;
  look: ((words: Words | null) => void) | null;
  readonly done: PromiseWithResolvers<Words | null>;
}

/**
 * One microphone at Gemini Live. Of each utterance goes what is new; what was not understood when a line broke
 * goes over the next one, from its begin.
 */
export class GeminiLane implements Lane {
  /** In the order in which they were said; what comes back belongs to the first. */
  private readonly open: Utterance[] = [];
  private line: { readonly line: Line; readonly since: number } | null = null;
  private isConnecting = false;
  private isGoing = false;
  private isClosed = false;
  private tries = 0;
  private timer: NodeJS.Timeout | null = null;

  constructor(private readonly options: GeminiLaneOptions) {}

  soFar(id: string, samples: Float32Array): Promise<Words | null> {
    const utterance = this.utterance(id);
    utterance.samples = samples;
    utterance.look?.(null);
    const { promise, resolve } = Promise.withResolvers<Words | null>();
    utterance.look = resolve;
    this.send();
    return promise;
  }

  whole(id: string, samples: Float32Array): Promise<Words | null> {
    const utterance = this.utterance(id);
    utterance.samples = samples;
    utterance.endedAt = this.options.now();
    utterance.look?.(null);
    utterance.look = null;
    this.send();
    return utterance.done.promise;
  }

  close(): void {
    this.isClosed = true;
    if (this.open.length === 0) this.leave();
  }

  lagAt(now: number): number {
    const since = this.open[0]?.endedAt;
    return since === null || since === undefined ? 0 : now - since;
  }

  private utterance(id: string): Utterance {
    const known = this.open.find((one) => one.id === id);
    if (known) return known;
    const utterance: Utterance = {
      id,
      samples: new Float32Array(0),
      sent: null,
      endedAt: null,
      isEndSent: false,
      newest: null,
      before: '',
      look: null,
      done: Promise.withResolvers(),
    };
    this.open.push(utterance);
    return utterance;
  }

  /** Sends what is new of each, in order. */
  private send(): void {
    if (this.isStale() && this.open.every(({ sent }) => sent === null)) this.hangUp();
    if (!this.line) {
      void this.connect();
      return;
    }
    const { line } = this.line;
    for (const utterance of this.open) {
      if (utterance.sent === null) line.begin();
      const from = utterance.sent ?? 0;
      if (utterance.samples.length > from) line.send(utterance.samples.subarray(from));
      utterance.sent = Math.max(from, utterance.samples.length);
      if (utterance.endedAt === null) return;
      if (!utterance.isEndSent) line.end();
      utterance.isEndSent = true;
    }
    this.watch();
  }

  private isStale(): boolean {
    const since = this.line?.since;
    return since !== undefined && (this.isGoing || this.options.now() - since > freshMs);
  }

  private async connect(): Promise<void> {
    if (this.isConnecting) return;
    this.isConnecting = true;
    const own: { line: Line | null } = { line: null };
    try {
      own.line = await this.options.open((said) => {
        if (own.line && this.line?.line === own.line) this.hear(said);
      });
      this.line = { line: own.line, since: this.options.now() };
      this.isGoing = false;
    } catch (error) {
      this.options.logger.warn({ err: error }, 'Gemini was not reached');
    }
    this.isConnecting = false;
    if (this.isClosed && this.open.length === 0) this.hangUp();
    else if (this.line) this.send();
    else this.again();
  }

  private hear(said: Said): void {
    switch (said.kind) {
      case 'GOING':
        this.isGoing = true;
        return;
      case 'CLOSED':
        this.options.logger.info({ reason: said.reason }, 'Gemini closed the line');
        this.hangUp();
        if (this.open.length > 0) this.again();
        return;
      case 'INTERIM':
        this.note(said.words);
        return;
      case 'PIECE':
        this.note(said.words);
        this.keep();
        return;
      case 'END':
        if (this.open[0]?.isEndSent) this.settle(this.open[0].newest ?? noWords);
        else this.keep();
    }
  }

  private note(words: Words): void {
    const [first] = this.open;
    if (!first) return;
    this.tries = 0;
    // A piece without words confirms those on the way.
    if (words.text === '') return;
    first.newest = { ...words, text: continued(first.before, words.text) };
    first.look?.(first.newest);
    first.look = null;
  }

  /** What was heard so far stays before what comes. */
  private keep(): void {
    const [first] = this.open;
    if (first) first.before = first.newest?.text ?? '';
  }

  /** The first one is understood, or will not be. */
  private settle(words: Words | null): void {
    const first = this.open.shift();
    first?.look?.(null);
    first?.done.resolve(words);
    if (this.isClosed && this.open.length === 0) this.leave();
    else if (this.open.length > 0) this.send();
    this.watch();
  }

  /** Tries once more over another line, a few times; then goes on without what was not understood. */
  private again(): void {
    this.tries += 1;
    if (this.tries >= mostTries) {
      this.tries = 0;
      this.giveUp();
      return;
    }
    setTimeout(
      () => {
        if (this.open.length > 0) this.send();
      },
      firstPauseMs * 2 ** this.tries,
    ).unref();
  }

  /** What is whole is lost; what is still being said begins anew with what comes. */
  private giveUp(): void {
    while (this.open[0]?.endedAt !== null && this.open.length > 0) {
      const first = this.open.shift();
      first?.done.resolve(first.newest);
    }
    if (this.isClosed) this.leave();
  }

  /** Whatever has ended and finds no answer in time is taken as it is. */
  private watch(): void {
    if (this.timer) clearTimeout(this.timer);
    const [first] = this.open;
    if (!first?.isEndSent) return;
    this.timer = setTimeout(() => {
      this.options.logger.warn('Gemini gave no final');
      // What comes late would be taken for the next one's.
      this.hangUp();
      this.settle(first.newest);
    }, patienceMs);
    this.timer.unref();
  }

  /** The next line begins each of them anew. */
  private hangUp(): void {
    const before = this.line;
    this.line = null;
    before?.line.close();
    for (const utterance of this.open) {
      utterance.sent = null;
      utterance.isEndSent = false;
      utterance.before = '';
    }
  }

  private leave(): void {
    if (this.timer) clearTimeout(this.timer);
    this.hangUp();
    this.options.onClosed();
  }
}

/** Words after those before; they may repeat those. */
function continued(before: string, text: string): string {
  return text.startsWith(before) ? text : `${before} ${text}`;
}
