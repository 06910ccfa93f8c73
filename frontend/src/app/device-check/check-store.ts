import { Service, computed, inject, signal } from '@angular/core';
import {
  type Part,
  type Result,
  type Results,
  failingText,
  nextPart,
  parts,
  toReport,
  untried,
} from './domain/check-steps';
import { ReadinessGateway } from './readiness-gateway';

export type Telling = 'untold' | 'telling' | 'told' | 'failed';

/** How far the guided check has come, and what it has shown. */
@Service({ autoProvided: false })
export class CheckStore {
  private readonly gateway = inject(ReadinessGateway);
  private readonly found = signal<Results>(untried);
  private readonly part = signal<Part | null>('camera');
  private readonly news = signal<Telling>('untold');
  private sessionId: string | null = null;

  readonly results = this.found.asReadonly();
  /** What is tried now; `null` when all is done. */
  readonly current = this.part.asReadonly();
  readonly telling = this.news.asReadonly();
  readonly failing = computed(() => failingText(this.found()));
  /** Whether nothing that was tried fails. */
  readonly isReady = computed(() => this.part() === null && this.failing() === '');
  readonly steps = computed(() =>
    parts.map((part, index) => ({ part, index, result: this.found()[part] })),
  );

  /** The session whose other person is told of the result. */
  tellOf(sessionId: string | null): void {
    this.sessionId = sessionId;
  }

  answer(part: Part, result: Result): void {
    this.found.update((found) => ({ ...found, [part]: result }));
    this.part.set(nextPart(this.found(), part));
    if (this.part() === null) void this.tell();
  }

  goTo(part: Part): void {
    this.part.set(part);
  }

  startOver(): void {
    this.found.set(untried);
    this.part.set('camera');
    this.news.set('untold');
  }

  async tell(): Promise<void> {
    if (this.sessionId === null) return;
    this.news.set('telling');
    const isTold = await this.gateway.report(this.sessionId, toReport(this.found()));
    this.news.set(isTold ? 'told' : 'failed');
  }
}
