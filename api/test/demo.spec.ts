import { createApp } from '../src/app.ts';
import { Demo } from '../src/demo/demo.ts';
import { noJobs } from '../src/platform/jobs/no-jobs.ts';
import { createLogger } from '../src/platform/logger.ts';
import { FakeMediaServer } from './fake-media-server.ts';
import { TestApi } from './test-api.ts';

interface Past {
  readonly id: string;
  readonly title: string;
  readonly outcome: string;
  readonly clock: { readonly activeMs: number };
  readonly topics: readonly { readonly state: string }[];
  readonly annotations: { readonly edges: readonly object[] };
  readonly messages: { readonly edges: readonly object[] };
  readonly transcript: { readonly edges: readonly object[] };
  readonly whiteboard: { readonly bytes: number };
}

/** With a database of its own, and without an api that runs while the past is told. */
async function settings(): Promise<TestApi['config']> {
  await using api = await TestApi.start();
  return api.config;
}

describe('the demo', () => {
  it('LIFE-8 PRE-12 has a past in which something was done, said, written and drawn', async () => {
    const config = await settings();
    const clock = { at: null as number | null, now: () => clock.at ?? Date.now() };
    const logger = createLogger('error', { write: () => undefined });
    {
      await using app = await createApp(config, { clock, jobs: noJobs, logger });
      await new Demo(app, clock).prepare();
    }
    await using api = await TestApi.start({
      databaseUrl: config.database.url,
      overrides: { mediaServer: new FakeMediaServer() },
    });
    const learner = await api.app.accounts.addPerson({
      ...{ displayName: 'Leo Okafor', email: 'leo@peerlearn.example' },
      roles: ['LEARNER'],
    });
    const cookie = await api.signInAs(learner.id);
    const read = () =>
      api.http<{ sessions: { edges: { node: Past }[] } }>(
        `{ sessions(filter: PAST, first: 5) { edges { node { id title outcome clock { activeMs } topics { state }
        annotations(first: 20) { edges { cursor } } messages(first: 20) { edges { cursor } }
        transcript(first: 20) { edges { cursor } } whiteboard { bytes } } } } }`,
        {},
        cookie,
      );
    for (const { node } of (await read()).data?.sessions.edges ?? []) {
      // As when somebody has its page open.
      await api.app.presence.look(node.id);
    }
    const { data, errors } = await read();
    expect(errors).toEqual([]);
    const past = (data?.sessions.edges ?? []).map(({ node }) => ({
      ...{ title: node.title, outcome: node.outcome },
      minutes: Math.round(node.clock.activeMs / 60_000),
      done: node.topics.filter(({ state }) => state === 'DONE').length,
      annotations: node.annotations.edges.length,
      messages: node.messages.edges.length,
      spoken: node.transcript.edges.length,
      hasBoard: node.whiteboard.bytes > 0,
    }));
    const of = (title: string) => past.find((one) => one.title === title);
    expect(of('Variables and expressions')).toEqual({
      minutes: 45,
      ...{ title: 'Variables and expressions', outcome: 'COMPLETED', done: 3 },
      // The mentor's private one is not the learner's to see.
      ...{ annotations: 4, messages: 3, spoken: 14, hasBoard: true },
    });
    expect(of('Solving linear equations')).toEqual({
      minutes: 19,
      ...{ title: 'Solving linear equations', outcome: 'INCOMPLETE', done: 1 },
      ...{ annotations: 3, messages: 2, spoken: 8, hasBoard: true },
    });
    expect(of('Inequalities')).toEqual({
      minutes: 0,
      ...{ title: 'Inequalities', outcome: 'NO_SHOW', done: 0 },
      ...{ annotations: 0, messages: 0, spoken: 0, hasBoard: false },
    });
  });
});
