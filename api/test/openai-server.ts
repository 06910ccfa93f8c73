import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { listening } from './listening.ts';

type Understand = (samples: Float32Array) => Promise<string>;

const headerBytes = 44;

/** A server with the speech interface of OpenAI, on loopback. */
export class OpenAiServer implements AsyncDisposable {
  /** What was asked, in order: who asked, and for which model and language. */
  readonly asked: { readonly key: string; readonly model: string; readonly language: string }[] =
    [];
  /** What the next questions are answered with instead of words. */
  readonly failures: number[] = [];

  private constructor(
    readonly url: string,
    private readonly stop: () => Promise<void>,
  ) {}

  static async start(understand: Understand): Promise<OpenAiServer> {
    const holder: { self?: OpenAiServer } = {};
    const server = createServer((request, response) => {
      const answer = holder.self?.answer(request, response, understand);
      answer?.catch(() => response.destroy());
    });
    const { port, stop } = await listening(server);
    holder.self = new OpenAiServer(`http://127.0.0.1:${String(port)}/v1`, stop);
    return holder.self;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.stop();
  }

  private async answer(
    request: IncomingMessage,
    response: ServerResponse,
    understand: Understand,
  ): Promise<void> {
    const form = await formOf(request);
    const file = form.get('file');
    if (request.url !== '/v1/audio/transcriptions' || !(file instanceof Blob)) {
      response.writeHead(404).end();
      return;
    }
    const failure = this.failures.shift();
    if (failure !== undefined) {
      response.writeHead(failure).end();
      return;
    }
    const key = request.headers.authorization?.replace('Bearer ', '') ?? '';
    const text = (name: string) => {
      const value = form.get(name);
      return typeof value === 'string' ? value : '';
    };
    this.asked.push({ key, model: text('model'), language: text('language') });
    const sound = new Int16Array((await file.arrayBuffer()).slice(headerBytes));
    const words = await understand(Float32Array.from(sound, (sample) => sample / 32_768));
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ text: words }));
  }
}

async function formOf(request: IncomingMessage): Promise<FormData> {
  const type = request.headers['content-type'] ?? '';
  const body = Readable.toWeb(request) as ReadableStream;
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- the form of our own test is small and well meant
  return await new Response(body, { headers: { 'content-type': type } }).formData();
}
