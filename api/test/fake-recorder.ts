import {
  type Recorder,
  RecorderAway,
  RecorderFull,
  type RecorderReport,
  type RecordingOrder,
} from '../src/recording/recorder.ts';

/** A recorder of which a test says what it does. */
export class FakeRecorder implements Recorder {
  readonly orders: RecordingOrder[] = [];
  readonly stopped: string[] = [];
  /** `CUT`: it takes orders, and its answers are lost. */
  mood: 'WELL' | 'AWAY' | 'FULL' | 'CUT' = 'WELL';
  isAdmitting = true;
  private readonly reports = new Map<string, RecorderReport>();

  admits(): Promise<boolean> {
    return Promise.resolve(this.isAdmitting);
  }

  start(order: RecordingOrder): Promise<string> {
    if (this.mood === 'AWAY') return Promise.reject(new RecorderAway());
    if (this.mood === 'FULL') return Promise.reject(new RecorderFull());
    this.orders.push(order);
    const name = `EG_${order.partId}`;
    if (!this.reports.has(name)) this.reports.set(name, this.report(order.partId, 'STARTING'));
    if (this.mood === 'CUT') return Promise.reject(new RecorderAway());
    return Promise.resolve(name);
  }

  stop(name: string): Promise<void> {
    if (this.mood === 'AWAY') return Promise.reject(new RecorderAway());
    this.stopped.push(name);
    return Promise.resolve();
  }

  find(partId: string): Promise<string | null> {
    if (this.mood === 'AWAY') return Promise.reject(new RecorderAway());
    const name = `EG_${partId}`;
    return Promise.resolve(this.reports.has(name) ? name : null);
  }

  look(name: string): Promise<RecorderReport | null> {
    if (this.mood === 'AWAY') return Promise.reject(new RecorderAway());
    return Promise.resolve(this.reports.get(name) ?? null);
  }

  /** What it says of a part from now on, also when it is asked. */
  report(
    partId: string,
    state: RecorderReport['state'],
    more: Partial<RecorderReport> = {},
  ): RecorderReport {
    const report = {
      ...{ name: `EG_${partId}`, partId, state, reason: null },
      ...{ startedAt: null, endedAt: null, bytes: null, ...more },
    };
    this.reports.set(report.name, report);
    return report;
  }

  /** It was started anew, and remembers nothing. */
  forget(): void {
    this.reports.clear();
  }
}
