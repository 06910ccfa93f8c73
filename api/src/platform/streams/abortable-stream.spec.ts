import { AbortableStream } from './abortable-stream.ts';

async function* waitingFor(signal: AbortSignal, log: string[]): AsyncGenerator<number> {
  yield 1;
  const { promise, resolve } = Promise.withResolvers<void>();
  signal.addEventListener('abort', () => {
    resolve();
  });
  await promise;
  log.push('woken');
}

describe('AbortableStream', () => {
  it('API-3 can be left while it waits', async () => {
    const log: string[] = [];
    const stream = await AbortableStream.open((signal) => waitingFor(signal, log));
    expect(await stream.next()).toEqual({ done: false, value: 1 });
    const waiting = stream.next();
    await stream.return();
    expect(await waiting).toEqual({ done: true, value: undefined });
    expect(log).toEqual(['woken']);
  });

  it('API-3 passes on what is wrong before it opens', async () => {
    const opening = AbortableStream.open(() => Promise.reject(new Error('not yours')));
    await expectAsync(opening).toBeRejectedWithError('not yours');
  });
});
