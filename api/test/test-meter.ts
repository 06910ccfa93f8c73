import type { NoticeMeter } from '../src/reminders/reminders.ts';
import { minuteMs } from './meeting.ts';

/** Keeps what is counted: what went out, with the minutes that it was late, and what failed. */
export class TestMeter implements NoticeMeter {
  readonly late: string[] = [];
  readonly failures: string[] = [];

  readonly sent: NoticeMeter['sent'] = (kind, channel, lateMs) => {
    this.late.push(`${kind} ${channel} ${String(Math.round(lateMs / minuteMs))}`);
  };

  readonly failed: NoticeMeter['failed'] = (kind, channel, isFinal) => {
    this.failures.push(`${kind} ${channel} ${String(isFinal)}`);
  };
}
