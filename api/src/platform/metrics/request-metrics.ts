import type { RequestHandler } from 'express';
import type { Metrics } from './metrics.ts';

/** Parts of the site that are told apart; whatever else is asked for counts as the web app. */
const parts = new Set(['graphql', 'auth', 'health', 'metrics', 'media']);

/** Measures every answer. */
export function requestMetrics(metrics: Metrics): RequestHandler {
  return (request, response, next) => {
    const begin = performance.now();
    const [, first = ''] = request.path.split('/', 2);
    response.once('finish', () => {
      const seconds = (performance.now() - begin) / 1000;
      metrics.answered(parts.has(first) ? first : 'web', response.statusCode, seconds);
    });
    next();
  };
}
