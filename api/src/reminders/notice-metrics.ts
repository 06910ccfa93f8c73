import { Counter, Histogram } from 'prom-client';
import type { Metrics } from '../platform/metrics/metrics.ts';
import type { NoticeMeter } from './notice-meter.ts';

/** Seconds; a minute is where an operator is called. */
const latenessBuckets = [0.5, 1, 2, 5, 10, 20, 40, 60, 120, 300, 900];

/** Counts what becomes of notices for Prometheus. */
export function noticeMetrics({ registry }: Metrics): NoticeMeter {
  const lateness = new Histogram({
    name: 'peerlearn_notice_lateness_seconds',
    help: 'Time from when a notice was due until it had gone out, by way.',
    labelNames: ['channel'],
    buckets: latenessBuckets,
    registers: [registry],
  });
  const sent = new Counter({
    name: 'peerlearn_notices_sent_total',
    help: 'Notices that have gone out, by kind and way.',
    labelNames: ['kind', 'channel'],
    registers: [registry],
  });
  const failed = new Counter({
    name: 'peerlearn_notice_failures_total',
    help: 'Attempts that failed, by kind and way; final: there will be no other.',
    labelNames: ['kind', 'channel', 'final'],
    registers: [registry],
  });
  return {
    sent(kind, channel, lateMs) {
      sent.inc({ kind, channel });
      lateness.observe({ channel }, Math.max(0, lateMs) / 1000);
    },
    failed(kind, channel, isFinal) {
      failed.inc({ kind, channel, final: String(isFinal) });
    },
  };
}
