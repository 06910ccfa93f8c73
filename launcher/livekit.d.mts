import type { Child, Exit } from './processes.mjs';

export interface LiveKitOptions {
  /** Where its settings and its log go; removed when it ends unless given. */
  readonly dataDir?: string;
  /** Where it reports what happens in its rooms. */
  readonly webhookUrl?: string;
  /** Host and port of the Redis through which it finds Egress; there is no Egress unless given. */
  readonly redis?: string;
  /** A free one unless given. */
  readonly port?: number;
  /** Takes 7880, 7881 and 50000 onwards where they are free. */
  readonly preferUsualPorts?: boolean;
  readonly apiKey?: string;
  readonly apiSecret?: string;
  /** Path of livekit-server; looked for unless given. */
  readonly program?: string;
  readonly logFile?: string;
  readonly runDir?: string;
  readonly signal?: AbortSignal | undefined;
}

export interface LiveKit {
  /** ws:// address for browsers and for the api. */
  readonly url: string;
  readonly port: number;
  readonly apiKey: string;
  readonly apiSecret: string;
  readonly dataDir: string;
  readonly child: Child;
  stop(): Promise<Exit>;
  /** Ends it at once, as a crash would. Start another on the same port with the same key. */
  kill(): Promise<Exit>;
}

export interface LiveKitProgram {
  readonly path: string;
  readonly version: string;
  readonly source: 'path' | 'cache' | 'release' | 'go';
}

/** Starts a LiveKit server on loopback. */
export function startLiveKit(options?: LiveKitOptions): Promise<LiveKit>;

/** Finds livekit-server, or gets it: PATH, cache, pinned release, Go. */
export function findLiveKit(options?: {
  readonly onProgress?: ((text: string) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}): Promise<LiveKitProgram>;
