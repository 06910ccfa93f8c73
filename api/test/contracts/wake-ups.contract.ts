import type { Hint } from '../../src/platform/streams/news.ts';
import type { Topic, WakeUps } from '../../src/platform/streams/wake-ups.ts';

export interface WakeUpsUnderTest {
  /** Two ends of the same hints; for hints within one process they are the same. */
  readonly one: WakeUps;
  readonly other: WakeUps;
}

const patienceMs = 5000;

/** What every kind of hints must keep to. */
export function wakeUpsContract(open: () => Promise<WakeUpsUnderTest>): void {
  let parts: WakeUpsUnderTest;
  let leave: AbortController;
  let topic: Topic;
  let topics = 0;

  beforeAll(async () => {
    parts = await open();
  });

  afterAll(async () => {
    await parts.one[Symbol.asyncDispose]();
    await parts.other[Symbol.asyncDispose]();
  });

  beforeEach(() => {
    leave = new AbortController();
    topics += 1;
    topic = `session:${String(topics)}`;
  });

  afterEach(() => {
    leave.abort();
  });

  function hints(of = topic, at = parts.other) {
    return at.listen(of, leave.signal)[Symbol.asyncIterator]();
  }

  /** Resolves when hints that were announced up to now have arrived. */
  async function settle(): Promise<void> {
    const fence: Topic = `person:${String(topics)}`;
    const arrived = hints(fence).next();
    parts.one.announce(fence);
    await within(arrived);
  }

  it('FAIL-12 tell a listener elsewhere', async () => {
    const iterator = hints();
    parts.one.announce(topic);
    expect(await within(iterator.next())).toEqual({ done: false, value: null });
  });

  it('FAIL-12 tell every listener', async () => {
    const both = [hints(), hints(topic, parts.one)];
    parts.one.announce(topic);
    const heard = await within(Promise.all(both.map((iterator) => iterator.next())));
    expect(heard.map(({ done }) => done)).toEqual([false, false]);
  });

  it('FAIL-12 wait for the listener, many of them as one', async () => {
    const iterator = hints();
    parts.one.announce(topic);
    parts.one.announce(topic);
    parts.one.announce(topic);
    await settle();
    expect((await within(iterator.next())).done).toBeFalse();
    const second = iterator.next();
    const isOpen = await Promise.race([second.then(() => false), settle().then(() => true)]);
    expect(isOpen).toBeTrue();
    leave.abort();
    expect((await second).done).toBeTrue();
  });

  it('FAIL-12 say how far a log has come', async () => {
    const iterator = hints();
    parts.one.announce(topic, { last: 8 });
    await settle();
    const heard = (await within(iterator.next())) as IteratorResult<Hint, undefined>;
    expect(heard.value?.at(-1)).toEqual({ last: 8 });
  });

  it('FAIL-12 tell to look again where one of several hints says nothing', async () => {
    const iterator = hints();
    parts.one.announce(topic, { last: 7 });
    parts.one.announce(topic);
    await settle();
    expect(await within(iterator.next())).toEqual({ done: false, value: null });
  });

  it('FAIL-12 remind nobody elsewhere', async () => {
    const [here, there] = [hints(topic, parts.one), hints()];
    parts.one.remind(topic, { last: 7 });
    expect(await within(here.next())).toEqual({ done: false, value: [{ last: 7 }] });
    await settle();
    const pending = there.next();
    leave.abort();
    if (parts.one !== parts.other) expect((await within(pending)).done).toBeTrue();
  });

  it('FAIL-12 say nothing of other topics', async () => {
    const iterator = hints();
    parts.one.announce(`session:other-${String(topics)}`);
    await settle();
    const pending = iterator.next();
    leave.abort();
    expect((await within(pending)).done).toBeTrue();
  });

  it('FAIL-12 end with the signal, also one that came before', async () => {
    leave.abort();
    expect((await within(hints().next())).done).toBeTrue();
  });
}

/** The value, or a failure when it takes too long. */
async function within<T>(value: Promise<T>): Promise<T> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    reject(new Error('no hint came'));
  }, patienceMs);
  try {
    return await Promise.race([value, late]);
  } finally {
    clearTimeout(timer);
  }
}
