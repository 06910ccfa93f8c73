import type { RequestHandler } from 'express';
import helmet from 'helmet';
import { newNonce } from '../ids.ts';

export interface SecurityOptions {
  /** Where browsers reach us. */
  readonly publicUrl: string;
  /** Where browsers reach the media server. */
  readonly mediaUrl: string;
  /** Where our own programs reach it, and the browser of a recorder with them. */
  readonly insideMediaUrl: string;
}

/** The page that a recorder opens. */
const recorderPath = '/record';

/** What no page of ours asks for, a foreign script in one should not get either. */
const unused = 'geolocation=(), payment=(), usb=(), serial=(), midi=()';

/** Everything comes from our own origin; the media server is the one place that pages talk to besides. */
export function securityHeaders(options: SecurityOptions): RequestHandler[] {
  const isSecure = options.publicUrl.startsWith('https:');
  const connect = ["'self'", ...bothSchemes(options.publicUrl), ...bothSchemes(options.mediaUrl)];
  const inside = bothSchemes(options.insideMediaUrl).join(' ');
  const policy = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        baseUri: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'self'"],
        objectSrc: ["'none'"],
        // What blurs a background is compiled in the browser; scripts made of texts stay forbidden.
        scriptSrc: ["'self'", "'wasm-unsafe-eval'", (_request, response) => nonceOf(response)],
        styleSrc: ["'self'", (_request, response) => nonceOf(response)],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'"],
        mediaSrc: ["'self'", 'blob:'],
        workerSrc: ["'self'", 'blob:'],
        manifestSrc: ["'self'"],
        connectSrc: [...connect, (request) => (isForRecorder(request) ? inside : "'self'")],
      },
    },
    strictTransportSecurity: isSecure,
    crossOriginEmbedderPolicy: false,
    // An address may hold a sign-in token, so no other site is told where a visitor came from.
    referrerPolicy: { policy: 'same-origin' },
  });
  return [
    (_request, response, next) => {
      response.locals['nonce'] = newNonce();
      next();
    },
    policy,
    (_request, response, next) => {
      response.setHeader(
        'Permissions-Policy',
        `camera=(self), microphone=(self), display-capture=(self), screen-wake-lock=(self), ${unused}`,
      );
      next();
    },
  ];
}

/** Who is no recorder is told no address within the house. */
function isForRecorder({ url }: { readonly url?: string | undefined }): boolean {
  return url?.split('?', 1)[0] === recorderPath;
}

function nonceOf(response: object): string {
  const nonce = 'locals' in response ? (response.locals as Record<string, unknown>)['nonce'] : null;
  if (typeof nonce !== 'string') throw new Error('the nonce is made before the policy');
  return `'nonce-${nonce}'`;
}

/** A media client asks by http and listens by ws, on the same host. */
function bothSchemes(address: string): string[] {
  const { protocol, host } = new URL(address);
  const isSecure = protocol === 'https:' || protocol === 'wss:';
  return isSecure ? [`https://${host}`, `wss://${host}`] : [`http://${host}`, `ws://${host}`];
}
