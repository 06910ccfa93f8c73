import { buffer } from 'node:stream/consumers';
import { type BlobStorage, StorageFailure } from '../../src/platform/storage/blob-storage.ts';

export interface StorageUnderTest extends AsyncDisposable {
  readonly storage: BlobStorage;
  /** How many things there are at all, whole or not. */
  count(): Promise<number>;
  /** Begins something as a program does that is killed in the midst of it. */
  leaveHalf(): Promise<void>;
  /** From now on nothing can be kept or read. */
  takeAway(): Promise<void>;
}

/** Gives the pieces one after the other, as a slow sender does. */
async function* slowly(...pieces: readonly string[]): AsyncGenerator<Uint8Array> {
  for (const piece of pieces) yield await Promise.resolve(Buffer.from(piece));
}

async function* breaking(...pieces: readonly string[]): AsyncGenerator<Uint8Array> {
  yield* slowly(...pieces);
  throw new Error('the sender has gone');
}

/** What every kind of storage must keep to. */
export function blobStorageContract(open: () => Promise<StorageUnderTest>): void {
  let under: StorageUnderTest;

  beforeEach(async () => {
    under = await open();
  });

  afterEach(async () => {
    await under[Symbol.asyncDispose]();
  });

  async function textOf(key: string, range?: { first: number; last: number }) {
    const content = await under.storage.read(key, range);
    return content && (await buffer(content)).toString();
  }

  it('ROOM-7 gives back what was written, piece by piece', async () => {
    await under.storage.write('files/a', slowly('one ', 'two ', 'three'));
    expect(await textOf('files/a')).toBe('one two three');
  });

  it('ROOM-18 keeps a file with an ending apart from one without', async () => {
    await under.storage.write('recordings/a.mp4', slowly('a film'));
    expect(await textOf('recordings/a.mp4')).toBe('a film');
    expect(await textOf('recordings/a')).toBeNull();
  });

  it('ROOM-7 gives a part of it', async () => {
    await under.storage.write('files/a', slowly('0123456789'));
    expect(await textOf('files/a', { first: 2, last: 4 })).toBe('234');
    expect(await textOf('files/a', { first: 9, last: 9 })).toBe('9');
  });

  it('ROOM-7 keeps what is empty', async () => {
    await under.storage.write('files/a', slowly());
    expect(await textOf('files/a')).toBe('');
  });

  it('ROOM-7 replaces what was there', async () => {
    await under.storage.write('files/a', slowly('old and long'));
    await under.storage.write('files/a', slowly('new'));
    expect(await textOf('files/a')).toBe('new');
    expect(await under.count()).toBe(1);
  });

  it('FAIL-12 keeps nothing of what broke off, and says what the sender said', async () => {
    await expectAsync(under.storage.write('files/a', breaking('half'))).toBeRejectedWithError(
      'the sender has gone',
    );
    expect(await textOf('files/a')).toBeNull();
    expect(await under.count()).toBe(0);
  });

  it('FAIL-12 keeps what was there where its successor broke off', async () => {
    await under.storage.write('files/a', slowly('whole'));
    await expectAsync(under.storage.write('files/a', breaking('half'))).toBeRejected();
    expect(await textOf('files/a')).toBe('whole');
  });

  it('ROOM-7 knows nothing of what is not there', async () => {
    expect(await textOf('files/none')).toBeNull();
  });

  it('ROOM-7 deletes, also what is gone', async () => {
    await under.storage.write('files/a', slowly('one'));
    await under.storage.delete('files/a');
    await under.storage.delete('files/a');
    expect(await textOf('files/a')).toBeNull();
    expect(await under.count()).toBe(0);
  });

  it('FAIL-12 removes what a crash left half-way, and nothing that is whole', async () => {
    await under.storage.write('files/a', slowly('whole'));
    await under.leaveHalf();
    expect(await under.storage.removeUnfinished(Date.now() - 60_000)).toBe(0);
    expect(await under.count()).toBe(2);
    expect(await under.storage.removeUnfinished(Date.now() + 60_000)).toBe(1);
    expect(await under.count()).toBe(1);
    expect(await textOf('files/a')).toBe('whole');
  });

  for (const key of ['../a', '/a', 'a/../b', 'A', 'a.part', '', 'a//b', 'a.', 'a.b/c', 'a.b.c']) {
    it(`ROOM-7 takes no key that leads elsewhere: "${key}"`, async () => {
      await expectAsync(under.storage.write(key, slowly('x'))).toBeRejected();
      await expectAsync(under.storage.read(key)).toBeRejected();
      await expectAsync(under.storage.delete(key)).toBeRejected();
    });
  }

  it('FAIL-12 says so where it cannot work', async () => {
    await under.storage.write('files/a', slowly('one'));
    await expectAsync(under.storage.checkHealth()).toBeResolved();
    await under.takeAway();
    await expectAsync(under.storage.write('files/b', slowly('x'))).toBeRejectedWithError(
      StorageFailure,
    );
    await expectAsync(under.storage.checkHealth()).toBeRejectedWithError(StorageFailure);
  });
}
