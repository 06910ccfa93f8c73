import { Counter, Histogram } from 'prom-client';
import type { Metrics } from '../platform/metrics/metrics.ts';
import type { SessionMeter } from './session-meter.ts';
import type { SessionIndex } from './store/session-index.ts';

/** Seconds; after two minutes a session counts as left. */
const reconnectBuckets = [0.5, 1, 2, 3, 5, 10, 15, 30, 60, 120, 300];
/** Seconds; within one is what people call at once. */
const pictureBuckets = [0.25, 0.5, 0.75, 1, 1.5, 2, 3, 5, 10, 20, 40];

/** Counts for Prometheus what goes wrong in sessions. Labels name kinds, never sessions or people. */
export function sessionMetrics({ registry }: Metrics): SessionMeter {
  const registers = [registry];
  const disconnects = new Counter({
    name: 'peerlearn_disconnects_total',
    help: 'Connections to rooms that ended, by why; LOST: found missing.',
    labelNames: ['reason'],
    registers,
  });
  const iceFailures = new Counter({
    name: 'peerlearn_ice_failures_total',
    help: 'Connections that came to a room and never got media through.',
    registers,
  });
  const issues = new Counter({
    name: 'peerlearn_tech_issues_total',
    help: 'What failed for people in sessions, by kind.',
    labelNames: ['kind'],
    registers,
  });
  const recoveries = new Histogram({
    name: 'peerlearn_recovery_duration_seconds',
    help: 'How long it took until it worked again, by kind; MEDIA_CONNECTION and SOCKET: to reconnect.',
    labelNames: ['kind'],
    buckets: reconnectBuckets,
    registers,
  });
  const pictures = new Histogram({
    name: 'peerlearn_first_picture_seconds',
    help: 'Time from the press of Join to the first picture of the other, who was there.',
    buckets: pictureBuckets,
    registers,
  });
  return {
    disconnected: (reason) => {
      disconnects.inc({ reason });
    },
    mediaFailed: () => {
      iceFailures.inc();
    },
    issueBegan: (kind) => {
      issues.inc({ kind });
    },
    issueOver: (kind, durationMs) => {
      recoveries.observe({ kind }, durationMs / 1000);
    },
    pictureSeen: (waitedMs) => {
      pictures.observe(waitedMs / 1000);
    },
  };
}

/** Shows Prometheus how many sessions go on. */
export function countSessions(metrics: Metrics, index: SessionIndex): void {
  metrics.tally({
    name: 'peerlearn_sessions_live',
    help: 'Sessions with somebody in the room, or just left, by status.',
    label: 'status',
    words: ['WAITING', 'ACTIVE', 'PAUSED'],
    read: () => index.liveByStatus(),
  });
}
