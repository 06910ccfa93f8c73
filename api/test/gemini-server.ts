import { createServer } from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';
import { listening } from './listening.ts';

type Understand = (samples: Float32Array) => Promise<string>;

/** The part of the protocol of Gemini Live that is used; the SDK has no types of what goes over the wire. */
interface ClientMessage {
  readonly setup?: {
    readonly model: string;
    readonly inputAudioTranscription?: object;
    readonly realtimeInputConfig?: object;
  };
  readonly realtimeInput?: {
    readonly activityStart?: object;
    readonly activityEnd?: object;
    readonly audio?: { readonly data: string; readonly mimeType: string };
  };
}

/** Speaks the protocol of Gemini Live on loopback, one sentence after the other for each line. */
export class GeminiServer implements AsyncDisposable {
  /** How each line was set up, in order. */
  readonly setups: NonNullable<ClientMessage['setup']>[] = [];
  /** The keys that came, in order. */
  readonly keys: string[] = [];
  /** How much sound came in all, in samples. */
  heard = 0;
  /** Whether it hears and does not answer. */
  isSilent = false;
  private readonly lines = new Set<WebSocket>();

  private constructor(
    readonly url: string,
    private readonly understand: Understand,
    private readonly stop: () => Promise<void>,
  ) {}

  static async start(understand: Understand): Promise<GeminiServer> {
    const server = createServer();
    const sockets = new WebSocketServer({ server });
    const { port, stop } = await listening(server);
    const self = new GeminiServer(`http://127.0.0.1:${String(port)}`, understand, async () => {
      for (const client of sockets.clients) client.terminate();
      await stop();
    });
    sockets.on('connection', (socket, request) => {
      self.keys.push(new URL(request.url ?? '', 'http://gemini').searchParams.get('key') ?? '');
      self.take(socket);
    });
    return self;
  }

  /** Says that each line will be closed soon. */
  announceEnd(): void {
    for (const line of this.lines) tell(line, { goAway: { timeLeft: '10s' } });
  }

  /** Breaks every line. */
  breakLines(): void {
    for (const line of this.lines) line.terminate();
  }

  get openLines(): number {
    return this.lines.size;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.stop();
  }

  private take(socket: WebSocket): void {
    this.lines.add(socket);
    socket.on('close', () => this.lines.delete(socket));
    let parts: Float32Array[] = [];
    let telling = Promise.resolve();
    socket.on('message', (data: Buffer) => {
      const { setup, realtimeInput } = JSON.parse(data.toString()) as ClientMessage;
      if (setup) {
        this.setups.push(setup);
        tell(socket, { setupComplete: {} });
      }
      if (realtimeInput?.activityStart) parts = [];
      if (realtimeInput?.audio) {
        const samples = samplesOf(realtimeInput.audio.data);
        this.heard += samples.length;
        parts.push(samples);
      }
      if (!realtimeInput || realtimeInput.activityStart || this.isSilent) return;
      const isFinal = realtimeInput.activityEnd !== undefined;
      const sound = joined(parts);
      telling = telling.then(async () => {
        const text = await this.understand(sound);
        const heard = isFinal
          ? { inputTranscription: { text, finished: true } }
          : { interimInputTranscription: { text } };
        tell(socket, { serverContent: heard });
      });
    });
  }
}

function tell(socket: WebSocket, message: object): void {
  socket.send(JSON.stringify(message));
}

function samplesOf(data: string): Float32Array {
  const bytes = Buffer.from(data, 'base64');
  const samples = new Float32Array(bytes.length / 2);
  for (const index of samples.keys()) samples[index] = bytes.readInt16LE(index * 2) / 32_768;
  return samples;
}

function joined(parts: readonly Float32Array[]): Float32Array {
  const sound = new Float32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    sound.set(part, at);
    at += part.length;
  }
  return sound;
}
