import { CutWire } from './cut-wire.ts';
import { TestApi } from './test-api.ts';
import { freshDatabase } from './test-database.ts';

describe('a database that is away', () => {
  let wire: CutWire;
  let api: TestApi;
  let cookies: readonly string[];

  beforeAll(async () => {
    wire = await CutWire.to(await freshDatabase());
    const settings = { DATABASE_TIMEOUT_SECONDS: '1' };
    api = await TestApi.start({ databaseUrl: wire.url, settings });
    cookies = await Promise.all([signIn(), signIn()]);
  });

  afterAll(async () => {
    await wire.mend().catch(() => undefined);
    await api[Symbol.asyncDispose]();
    await wire[Symbol.asyncDispose]();
  });

  async function signIn(): Promise<string> {
    const { id } = await api.addPerson(['LEARNER']);
    return api.signInAs(id);
  }

  const query = '{ courses { id } viewer { email } }';

  async function codeFor(cookie: string | undefined): Promise<unknown> {
    const { errors } = await api.http(query, {}, cookie);
    return errors[0]?.extensions['code'];
  }

  it('FAIL-12 API-5 is named to who is known and to who is not known yet, and is used again when it is back', async () => {
    const [known, unknown] = cookies;
    expect(await codeFor(known)).toBeUndefined();
    await wire.cut();
    expect([await codeFor(known), await codeFor(unknown)]).toEqual([
      'SERVICE_UNAVAILABLE',
      'SERVICE_UNAVAILABLE',
    ]);
    const ready = await fetch(`${api.url}/health/ready`);
    expect([ready.status, await ready.json()]).toEqual([
      503,
      jasmine.objectContaining({ database: 'down' }),
    ]);
    await wire.mend();
    expect([await codeFor(known), await codeFor(unknown)]).toEqual([undefined, undefined]);
    expect(api.log.filter((line) => line.includes('request failed'))).toEqual([]);
  });

  it('FAIL-12 OPS is given up when it is silent, and asked over new connections', async () => {
    const [known] = cookies;
    await Promise.all(Array.from({ length: 8 }, () => codeFor(known)));
    wire.silence();
    const codes = await Promise.all(Array.from({ length: 8 }, () => codeFor(known)));
    expect(codes).toContain('SERVICE_UNAVAILABLE');
    expect(await codeFor(known)).toBeUndefined();
  });
});
