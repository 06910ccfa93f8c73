import { WebSocket } from 'ws';
import { emptyDatabase } from './test-database.ts';
import { TestApi, cookieOf } from './test-api.ts';

const viewerQuery = '{ viewer { person { id displayName initials } email roles } }';

interface ViewerData {
  readonly viewer: { person: { id: string }; email: string; roles: string[] } | null;
}

describe('signing in', () => {
  let api: TestApi;

  beforeAll(async () => {
    api = await TestApi.start({ settings: { ADMIN_EMAIL: 'Boss@example.com' } });
  });

  afterAll(() => api[Symbol.asyncDispose]());

  function post(path: string, body: object, headers: Record<string, string> = {}) {
    return fetch(`${api.url}/auth${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: api.url, ...headers },
      body: JSON.stringify(body),
    });
  }

  async function mailTo(address: string): Promise<string[]> {
    await api.app.accounts.mailSent();
    const rows = await api.app.database
      .fork()
      .execute<{ body: string }[]>('select body from caught_mail where recipient = ?', [address]);
    return rows.map(({ body }) => body);
  }

  function linkIn(text: string | undefined): string {
    const link = /https?:\S+/.exec(text ?? '')?.[0];
    if (link === undefined) throw new Error('the mail holds no link');
    return link;
  }

  it('OPS asks nobody’s name of who is not signed in', async () => {
    expect(await api.ask(viewerQuery)).toEqual({ viewer: null });
  });

  it('OPS signs in by a mailed link, once', async () => {
    const person = await api.addPerson(['LEARNER'], 'Lea Maria Sund');
    const asked = await post('/sign-in/magic-link', { email: person.email, callbackURL: '/' });
    expect(asked.status).toBe(200);
    const link = linkIn((await mailTo(person.email))[0]);

    const first = await fetch(link, { redirect: 'manual' });
    expect(first.status).toBe(302);
    expect(first.headers.get('location')).toBe(`${api.url}/`);
    expect(first.headers.getSetCookie().join()).toMatch(/HttpOnly.*SameSite=Lax/i);
    const answer = await api.ask<ViewerData>(viewerQuery, {}, cookieOf(first));
    expect(answer).toEqual({
      viewer: {
        person: jasmine.objectContaining({ id: person.id, initials: 'LS' }),
        email: person.email,
        roles: ['LEARNER'],
      },
    });

    const second = await fetch(link, { redirect: 'manual' });
    expect(second.headers.get('location')).toContain('error=INVALID_TOKEN');
    expect(second.headers.getSetCookie()).toEqual([]);
  });

  it('OPS gives a stranger the same answer and sends nothing', async () => {
    const asked = await post('/sign-in/magic-link', { email: 'stranger@example.com' });
    expect(asked.status).toBe(200);
    expect(await asked.json()).toEqual({ status: true });
    expect(await mailTo('stranger@example.com')).toEqual([]);
  });

  it('OPS lets the address of the settings in as administrator', async () => {
    await post('/sign-in/magic-link', { email: 'boss@example.com', callbackURL: '/' });
    const link = linkIn((await mailTo('boss@example.com'))[0]);
    const cookie = cookieOf(await fetch(link, { redirect: 'manual' }));
    const { viewer } = await api.ask<ViewerData>(viewerQuery, {}, cookie);
    expect(viewer?.roles).toEqual(['ADMIN']);
  });

  it('OPS signs in by password, and not with a wrong one', async () => {
    const person = await api.addPerson(['MENTOR']);
    await api.app.accounts.setPassword(person.id, 'correct horse battery');
    const wrong = await post('/sign-in/email', { email: person.email, password: 'wrong password' });
    expect(wrong.status).toBe(401);
    const right = await post('/sign-in/email', {
      email: person.email,
      password: 'correct horse battery',
    });
    const { viewer } = await api.ask<ViewerData>(viewerQuery, {}, cookieOf(right));
    expect(viewer?.person.id).toBe(person.id);

    await api.app.accounts.setPassword(person.id, 'another horse battery');
    const old = await post('/sign-in/email', {
      email: person.email,
      password: 'correct horse battery',
    });
    expect(old.status).toBe(401);
  });

  it('OPS lets nobody sign up with a password where people are invited', async () => {
    const body = { email: 'new@example.com', password: 'correct horse battery', name: 'New' };
    expect((await post('/sign-up/email', body)).status).toBe(400);
  });

  it('OPS mails a link for a new password', async () => {
    const person = await api.addPerson(['LEARNER']);
    await api.signInAs(person.id);
    await post('/request-password-reset', { email: person.email, redirectTo: '/new-password' });
    const [mail] = await mailTo(person.email);
    expect(mail).toContain('choose a new password');
    const opened = await fetch(linkIn(mail), { redirect: 'manual' });
    const target = new URL(opened.headers.get('location') ?? '', api.url);
    expect(target.pathname).toBe('/new-password');
    const token = target.searchParams.get('token');
    const reset = await post('/reset-password', { newPassword: 'a brand new password', token });
    expect(reset.status).toBe(200);
    const signedIn = await post('/sign-in/email', {
      email: person.email,
      password: 'a brand new password',
    });
    expect(signedIn.status).toBe(200);
  });

  it('OPS ends the sign-in at once when somebody signs out', async () => {
    const person = await api.addPerson(['LEARNER']);
    const cookie = await api.signInAs(person.id);
    expect((await api.ask<ViewerData>(viewerQuery, {}, cookie)).viewer).not.toBeNull();
    expect((await post('/sign-out', {}, { cookie })).status).toBe(200);
    expect(await api.ask(viewerQuery, {}, cookie)).toEqual({ viewer: null });
  });

  it('OPS ends every sign-in at once when a new password is chosen', async () => {
    const person = await api.addPerson(['LEARNER']);
    const cookie = await api.signInAs(person.id);
    expect((await api.ask<ViewerData>(viewerQuery, {}, cookie)).viewer).not.toBeNull();
    await post('/request-password-reset', { email: person.email, redirectTo: '/new-password' });
    const opened = await fetch(linkIn((await mailTo(person.email))[0]), { redirect: 'manual' });
    const token = new URL(opened.headers.get('location') ?? '', api.url).searchParams.get('token');
    await post('/reset-password', { newPassword: 'a brand new password', token });
    expect(await api.ask(viewerQuery, {}, cookie)).toEqual({ viewer: null });
  });

  it('OPS gives a new role at once', async () => {
    const person = await api.addPerson(['LEARNER']);
    const cookie = await api.signInAs(person.id);
    await api.ask(viewerQuery, {}, cookie);
    await api.app.accounts.grant(person.id, 'MENTOR');
    const { errors } = await api.http('{ people(role: MENTOR) { id } }', {}, cookie);
    expect(errors).toEqual([]);
  });

  it('OPS closes the sockets of whoever signs out', async () => {
    const person = await api.addPerson(['LEARNER']);
    const cookie = await api.signInAs(person.id);
    await using stream = api.subscribe('subscription { mySessionsChanged { id } }', {}, cookie);
    await stream.opened();
    await post('/sign-out', {}, { cookie });
    expect(await stream.ended()).toEqual(jasmine.objectContaining({ code: 1012 }));
    await using again = api.subscribe(viewerQuery, {}, cookie);
    expect(await again.ended()).toEqual(jasmine.objectContaining({ code: 4403 }));
  });

  it('OPS takes no order from a foreign site', async () => {
    const person = await api.addPerson(['LEARNER']);
    const cookie = await api.signInAs(person.id);
    const out = await post('/sign-out', {}, { cookie, origin: 'https://evil.example' });
    expect(out.status).toBe(403);
    const elsewhere = await post('/sign-in/magic-link', {
      email: person.email,
      callbackURL: 'https://evil.example/',
    });
    expect(elsewhere.status).toBe(403);
  });

  it('OPS knows the person of a socket by the cookie', async () => {
    const person = await api.addPerson(['LEARNER']);
    const cookie = await api.signInAs(person.id);
    await using stream = api.subscribe<ViewerData>(viewerQuery, {}, cookie);
    expect((await stream.nextData()).viewer?.person.id).toBe(person.id);
  });

  it('OPS closes a socket of nobody with 4403', async () => {
    await using stream = api.subscribe(viewerQuery);
    expect(await stream.ended()).toEqual(jasmine.objectContaining({ code: 4403 }));
  });

  it('OPS opens no socket for a foreign site', async () => {
    const person = await api.addPerson(['LEARNER']);
    const cookie = await api.signInAs(person.id);
    const socket = new WebSocket(
      `${api.url.replace('http', 'ws')}/graphql`,
      'graphql-transport-ws',
      {
        headers: { cookie, origin: 'https://evil.example' },
      },
    );
    const { promise, resolve } = Promise.withResolvers<string>();
    socket.on('open', () => {
      resolve('opened');
    });
    socket.on('error', (error) => {
      resolve(error.message);
    });
    expect(await promise).toContain('403');
  });

  describe('people(role)', () => {
    const query = '{ people(role: LEARNER) { id displayName avatarUrl } }';

    it('OPS is for mentors', async () => {
      const learner = await api.addPerson(['LEARNER'], 'Zoe');
      const mentor = await api.addPerson(['MENTOR']);
      const { people } = await api.ask<{ people: { id: string }[] }>(
        query,
        {},
        await api.signInAs(mentor.id),
      );
      expect(people.map(({ id }) => id)).toContain(learner.id);
      expect(people.map(({ id }) => id)).not.toContain(mentor.id);
    });

    it('PRE-12 finds people by the beginning of a name, so many at the most', async () => {
      const mentor = await api.addPerson(['MENTOR']);
      const cookie = await api.signInAs(mentor.id);
      const names = ['Quirin Alt', 'Bea Quirk', 'Quill 100%', 'Esquire'];
      for (const name of names) await api.addPerson(['LEARNER'], name);
      const find = async (search: string, first = 100) => {
        const asked = `query ($search: String!, $first: Int!) {
          people(role: LEARNER, search: $search, first: $first) { displayName } }`;
        const variables = { search, first };
        interface Found {
          people: { displayName: string }[];
        }
        return (await api.ask<Found>(asked, variables, cookie)).people.map(
          (one) => one.displayName,
        );
      };
      expect(await find('qui')).toEqual(['Bea Quirk', 'Quill 100%', 'Quirin Alt']);
      expect(await find('qui', 2)).toEqual(['Bea Quirk', 'Quill 100%']);
      expect(await find('quill 100%')).toEqual(['Quill 100%']);
      for (const nobodys of ['q%t', 'qui\0', '\ud800']) expect(await find(nobodys)).toEqual([]);
      await expectAsync(find('', 101)).toBeRejectedWithError(/from 1 to 100/);
    });

    it('OPS is refused to learners and to nobody, each with its code', async () => {
      const learner = await api.addPerson(['LEARNER']);
      const refused = await api.http(query, {}, await api.signInAs(learner.id));
      expect(refused.errors[0]?.extensions).toEqual({ code: 'FORBIDDEN' });
      const nobody = await api.http(query);
      expect(nobody.errors[0]?.extensions).toEqual({ code: 'UNAUTHENTICATED' });
    });
  });
});

describe('a first start', () => {
  it('OPS makes the tables and lets people in', async () => {
    await using api = await TestApi.start({ databaseUrl: await emptyDatabase() });
    const person = await api.addPerson(['MENTOR']);
    const answer = await api.ask<ViewerData>(viewerQuery, {}, await api.signInAs(person.id));
    expect(answer.viewer?.person.id).toBe(person.id);
  });
});

describe('signing up where everybody may', () => {
  it('OPS makes a learner of whoever opens the mailed link', async () => {
    await using api = await TestApi.start({ settings: { SIGN_UP: 'open' } });
    const email = 'new.learner@example.com';
    await fetch(`${api.url}/auth/sign-in/magic-link`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: api.url },
      body: JSON.stringify({ email, callbackURL: '/' }),
    });
    await api.app.accounts.mailSent();
    const [mail] = await api.app.database
      .fork()
      .execute<{ body: string }[]>('select body from caught_mail');
    const link = /https?:\S+/.exec(mail?.body ?? '')?.[0] ?? '';
    const cookie = cookieOf(await fetch(link, { redirect: 'manual' }));
    expect(await api.ask(viewerQuery, {}, cookie)).toEqual({
      viewer: {
        person: jasmine.objectContaining({ displayName: 'new.learner', initials: 'N' }),
        email,
        roles: ['LEARNER'],
      },
    });
  });
});
