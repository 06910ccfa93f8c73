import {
  silenceMs,
  statusAt,
  type TranscriptReport,
  type TranscriptState,
} from './transcript-status.ts';

const running: TranscriptReport = { state: 'RUNNING', engine: 'Scripted', toldAt: 1000 };

describe('statusAt', () => {
  const rows: readonly [string, TranscriptReport | null, number, TranscriptState][] = [
    ['is off where nobody ever transcribed', null, 1000, 'OFF'],
    ['runs', running, 1000, 'RUNNING'],
    ['lags', { ...running, state: 'DELAYED' }, 2000, 'DELAYED'],
    ['still runs shortly before the silence is too long', running, 999 + silenceMs, 'RUNNING'],
    ['is off when nothing is heard any more', running, 1000 + silenceMs, 'OFF'],
    ['is off when that was told', { ...running, state: 'OFF' }, 1000, 'OFF'],
  ];
  for (const [what, report, now, state] of rows) {
    it(`ROOM-8 ${what}`, () => {
      const status = statusAt(report, now);
      expect(status.state).toBe(state);
      expect(status.engine).toBe(state === 'OFF' ? null : 'Scripted');
    });
  }
});
