import { TestApi } from './test-api.ts';

describe('OPS metrics', () => {
  async function valueOf(api: TestApi, line: string, headers = {}): Promise<number> {
    const text = await (await fetch(`${api.url}/metrics`, { headers })).text();
    const found = text.split('\n').find((each) => each.startsWith(`${line} `));
    return Number(found?.slice(line.length));
  }

  it('OPS are read by this machine where no token is set, and not through a proxy', async () => {
    await using api = await TestApi.start();
    const direct = await fetch(`${api.url}/metrics`);
    expect(direct.status).toBe(200);
    expect(direct.headers.get('content-type')).toContain('text/plain');
    expect(await direct.text()).toContain('process_resident_memory_bytes');
    for (const trace of ['x-forwarded-for', 'forwarded', 'via', 'x-real-ip']) {
      const proxied = await fetch(`${api.url}/metrics`, { headers: { [trace]: '203.0.113.7' } });
      expect(proxied.status).withContext(trace).toBe(403);
    }
  });

  it('OPS are read by whoever shows the token, where one is set', async () => {
    const token = 'a-token-of-the-tests';
    await using api = await TestApi.start({ settings: { METRICS_TOKEN: token } });
    const ask = (headers: Record<string, string>) => fetch(`${api.url}/metrics`, { headers });
    expect((await ask({})).status).toBe(401);
    expect((await ask({ authorization: `Bearer ${token}s` })).status).toBe(401);
    expect((await ask({ authorization: `Basic ${token}` })).status).toBe(401);
    const shown = await ask({ authorization: `Bearer ${token}`, 'x-forwarded-for': '203.0.113.7' });
    expect(shown.status).toBe(200);
  });

  it('OPS count answers, operations by how they ended, and open sockets', async () => {
    await using api = await TestApi.start();
    await api.http('{ serverTime }');
    await api.http('{ sessions(filter: UPCOMING) { pageInfo { hasNextPage } } }');
    await api.http('{ nothing }');
    expect(
      await valueOf(api, 'peerlearn_graphql_operations_total{kind="query",outcome="ok"}'),
    ).toBe(1);
    expect(
      await valueOf(api, 'peerlearn_graphql_operations_total{kind="query",outcome="refused"}'),
    ).toBe(1);
    const answers = 'peerlearn_http_request_duration_seconds_count{part="graphql",status="2xx"}';
    expect(await valueOf(api, answers)).toBeGreaterThanOrEqual(1);
    expect(await valueOf(api, 'peerlearn_sockets_open')).toBe(0);
  });
});
