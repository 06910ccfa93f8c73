import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type RequestHandler, Router, static as files } from 'express';

const hashed = /-[A-Z0-9]{8,}\.[a-z0-9]+$/i;
const yearSeconds = 365 * 24 * 3600;

/**
 * The built web app: files with a hash in their name for ever, and for every path of the app its
 * one page, which is never kept and carries the nonce of its answer.
 */
export function webApp(folder: string): RequestHandler {
  const root = resolve(folder);
  const router = Router();
  router.use(
    files(root, {
      index: false,
      redirect: false,
      setHeaders(response, path) {
        const age = hashed.test(path) ? `max-age=${String(yearSeconds)}, immutable` : 'no-cache';
        response.setHeader('Cache-Control', `public, ${age}`);
      },
    }),
  );
  router.get('/{*path}', async (request, response, next) => {
    if (!request.accepts('html') || /\.[a-z0-9]+$/i.test(request.path)) {
      next();
      return;
    }
    const page = await readFile(join(root, 'index.html'), 'utf8');
    response.setHeader('Cache-Control', 'no-store');
    response.type('html').send(withNonce(page, String(response.locals['nonce'])));
  });
  return router;
}

/** Gives Angular and the page's own tags the nonce without which the browser would refuse them. */
export function withNonce(page: string, nonce: string): string {
  return page
    .replaceAll(
      /<(app-root|style|script)(?=[\s>])([^>]*)>/g,
      (_tag, name: string, rest: string) => {
        const attribute = name === 'app-root' ? 'ngCspNonce' : 'nonce';
        const others = rest.replaceAll(/\s(?:ngCspNonce|nonce)="[^"]*"/gi, '');
        return `<${name} ${attribute}="${nonce}"${others}>`;
      },
    )
    .replaceAll('__CSP_NONCE__', nonce);
}

/** What is said where no web app was built. */
export function noWebApp(): RequestHandler {
  return (request, response, next) => {
    if (request.path === '/')
      response.type('text').send('PeerLearn API. GraphQL is at /graphql.\n');
    else next();
  };
}
