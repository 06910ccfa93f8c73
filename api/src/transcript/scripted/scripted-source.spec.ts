import type { Segment } from '../domain/segment.ts';
import type { TranscriptStatus } from '../domain/transcript-status.ts';
import { scriptedEngine, ScriptedSource } from './scripted-source.ts';

/** A clock whose hands the test moves, with what is to ring. */
class Stage {
  now = 0;
  readonly told: Segment[] = [];
  readonly reports: TranscriptStatus[] = [];
  private ringing: { readonly at: number; readonly run: () => void } | null = null;
  private count = 0;

  readonly source = new ScriptedSource({
    script: [
      { atMs: 1000, who: 'MENTOR', text: 'Hello there, Leo.' },
      { atMs: 3000, who: 'LEARNER', text: 'Bonjour !', language: 'fr' },
    ],
    people: { MENTOR: 'mia', LEARNER: 'leo' },
    clock: { now: () => this.now },
    timer: (run, afterMs) => {
      this.ringing = { at: this.now + afterMs, run };
      return () => {
        this.ringing = null;
      };
    },
    newId: () => `segment-${String((this.count += 1))}`,
    write: (segments) => {
      this.told.push(...segments);
      return Promise.resolve();
    },
    report: (status) => {
      this.reports.push(status);
      return Promise.resolve();
    },
  });

  async until(now: number): Promise<void> {
    for (;;) {
      await new Promise(setImmediate);
      const next = this.ringing;
      if (!next || next.at > now) break;
      this.ringing = null;
      this.now = next.at;
      next.run();
    }
    this.now = now;
  }
}

describe('ScriptedSource', () => {
  it('ROOM-8 speaks word by word, and each line is final when it is said', async () => {
    const stage = new Stage();
    stage.source.start();
    await stage.until(4000);
    expect(stage.told.map(({ text, isFinal }) => `${text}${isFinal ? ' (final)' : ''}`)).toEqual([
      'Hello',
      'Hello there',
      'Hello there, Leo. (final)',
      'Bonjour',
      'Bonjour ! (final)',
    ]);
    expect(stage.told.map(({ id, revision }) => `${id}.${String(revision)}`)).toEqual([
      ...['segment-1.1', 'segment-1.2', 'segment-1.3'],
      ...['segment-2.1', 'segment-2.2'],
    ]);
    const last = stage.told.at(-1);
    expect([last?.personId, last?.language, last?.engine]).toEqual(['leo', 'fr', scriptedEngine]);
    expect([last?.startAt, last?.endAt]).toEqual([3000, 3520]);
  });

  it('ROOM-8 begins again when the script is over, with words of their own', async () => {
    const stage = new Stage();
    stage.source.start();
    await stage.until(20_000);
    const finals = stage.told.filter(({ isFinal }) => isFinal);
    expect(finals.length).toBeGreaterThan(2);
    expect(new Set(finals.map(({ id }) => id)).size).toBe(finals.length);
  });

  it('ROOM-8 tells all the time that it runs, and when it does not any more', async () => {
    const stage = new Stage();
    stage.source.start();
    await stage.until(30_000);
    expect(stage.reports.length).toBeGreaterThanOrEqual(3);
    expect(new Set(stage.reports.map(({ state }) => state))).toEqual(new Set(['RUNNING']));
    await stage.source.stop();
    expect(stage.reports.at(-1)).toEqual({ state: 'OFF', engine: null });
    const { length } = stage.told;
    await stage.until(60_000);
    expect(stage.told.length).toBe(length);
  });
});
