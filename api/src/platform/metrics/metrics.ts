import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** Seconds; from what nobody notices to what nobody waits for. */
const answerBuckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const workBuckets = [0.01, 0.05, 0.1, 0.5, 1, 5, 10, 30, 60];

export type OperationOutcome = 'ok' | 'refused' | 'failed';

interface TallyOptions<Word extends string> {
  readonly name: string;
  readonly help: string;
  readonly label: string;
  /** Every one is shown, also those of which there is none. */
  readonly words: readonly Word[];
  readonly read: () => Promise<readonly { readonly word: Word; readonly count: number }[]>;
}

/** What the program counts of itself, in the words of Prometheus. Labels take few values each. */
export class Metrics {
  readonly registry = new Registry();

  private readonly requests = new Histogram({
    name: 'peerlearn_http_request_duration_seconds',
    help: 'Time to answer over HTTP, by part of the site and class of status.',
    labelNames: ['part', 'status'],
    buckets: answerBuckets,
    registers: [this.registry],
  });
  private readonly operations = new Counter({
    name: 'peerlearn_graphql_operations_total',
    help: 'GraphQL operations over HTTP, by kind and how they ended.',
    labelNames: ['kind', 'outcome'],
    registers: [this.registry],
  });
  private readonly jobs = new Histogram({
    name: 'peerlearn_job_duration_seconds',
    help: 'Time that the work of a ring took, by job and how it ended.',
    labelNames: ['job', 'outcome'],
    buckets: workBuckets,
    registers: [this.registry],
  });

  constructor() {
    collectDefaultMetrics({ register: this.registry });
  }

  answered(part: string, status: number, seconds: number): void {
    this.requests.observe({ part, status: `${String(Math.trunc(status / 100))}xx` }, seconds);
  }

  operated(kind: string, outcome: OperationOutcome): void {
    this.operations.inc({ kind, outcome });
  }

  rang(job: string, outcome: 'ok' | 'failed', seconds: number): void {
    this.jobs.observe({ job, outcome }, seconds);
  }

  /** A value that is read when somebody asks for the metrics; `NaN` where it cannot be had. */
  gauge(name: string, help: string, read: () => number | Promise<number>): void {
    new Gauge({
      name,
      help,
      registers: [this.registry],
      async collect() {
        try {
          this.set(await read());
        } catch {
          // All else is still worth reading, above all while the database is away.
          this.set(Number.NaN);
        }
      },
    });
  }

  /** How many there are of each word, read when somebody asks; `NaN` where that cannot be had. */
  tally<Word extends string>({ name, help, label, words, read }: TallyOptions<Word>): void {
    new Gauge({
      name,
      help,
      labelNames: [label],
      registers: [this.registry],
      async collect() {
        const counts = await read().catch(() => null);
        for (const word of words) {
          const count = counts?.find((one) => one.word === word)?.count ?? 0;
          this.set({ [label]: word }, counts ? count : Number.NaN);
        }
      },
    });
  }
}
