import { createHash, timingSafeEqual } from 'node:crypto';
import type { Request, RequestHandler } from 'express';
import type { Logger } from '../logger.ts';
import type { Metrics } from './metrics.ts';

/**
 * `/metrics` for Prometheus. With a token whoever shows it may read; without one only this machine
 * itself, and nobody through a proxy, which would make everybody look like this machine.
 */
export function metricsPage(
  metrics: Metrics,
  token: string | null,
  logger: Logger,
): RequestHandler {
  return async (request, response) => {
    if (!(token === null ? isFromHere(request) : bearsToken(request, token))) {
      response.status(token === null ? 403 : 401);
      if (token !== null) response.setHeader('WWW-Authenticate', 'Bearer');
      response.type('text').send('Metrics are for the operator: see METRICS_TOKEN.\n');
      return;
    }
    try {
      const text = await metrics.registry.metrics();
      response.type(metrics.registry.contentType).send(text);
    } catch (error) {
      logger.warn({ err: error }, 'the metrics could not be read');
      response.status(503).type('text').send('The metrics cannot be read for now.\n');
    }
  };
}

const loopback = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);
const tracesOfProxies = ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via'];

function isFromHere({ socket, headers }: Request): boolean {
  const isForwarded = tracesOfProxies.some((name) => headers[name] !== undefined);
  return loopback.has(socket.remoteAddress ?? '') && !isForwarded;
}

function bearsToken({ headers }: Request, token: string): boolean {
  const shown = /^Bearer (.+)$/i.exec(headers.authorization ?? '')?.[1] ?? '';
  return timingSafeEqual(digest(shown), digest(token));
}

/** Of the same length whatever was shown. */
function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
