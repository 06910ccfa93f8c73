import { Meeting } from './meeting.ts';

const setHand = `mutation ($sessionId: ID!, $isRaised: Boolean!, $personId: ID) {
  setHand(input: { sessionId: $sessionId, isRaised: $isRaised, personId: $personId }) {
    __typename ... on Session { self: viewerRole mentor { handRaisedAt } learner { handRaisedAt } }
    ... on Problem { message } } }`;
const changes = `subscription ($sessionId: ID!) { sessionChanges(sessionId: $sessionId) {
  event { type person { id } } session { learner { handRaisedAt } } } }`;
const handQuery = `query ($sessionId: ID!) {
  session(id: $sessionId) { learner { handRaisedAt } cursor } }`;

interface Hands {
  readonly learner: { readonly handRaisedAt: string | null };
}

interface Change {
  readonly sessionChanges: {
    readonly event: { readonly type: string; readonly person: { readonly id: string } } | null;
    readonly session: Hands;
  };
}

interface Answer {
  readonly setHand: Hands & { readonly __typename: string };
}

describe('a hand', () => {
  async function meeting(): Promise<Meeting> {
    const met = await Meeting.plan();
    met.toMinute(0);
    await met.comes('mentor');
    await met.comes('learner');
    met.toMinute(3);
    return met;
  }

  async function look(met: Meeting): Promise<Hands & { readonly cursor: string }> {
    const { session } = await met.ask<{ session: Hands & { cursor: string } }>('mentor', handQuery);
    return session;
  }

  it('ROOM-3 goes up and reaches the other at once, once however often it is raised', async () => {
    await using met = await meeting();
    const { api, sessionId, cookies } = met;
    await using page = api.subscribe<Change>(changes, { sessionId }, cookies.mentor);
    await page.nextData();
    await met.ask('learner', setHand, { isRaised: true });
    const { sessionChanges } = await page.nextWhere((one) => one.sessionChanges.event !== null);
    expect(sessionChanges.event).toEqual({
      type: 'HAND_RAISED',
      person: { id: met.people.learner.id },
    });
    expect(sessionChanges.session.learner.handRaisedAt).toBe(
      new Date(met.clock.now()).toISOString(),
    );
    const { cursor } = await look(met);
    await met.ask('learner', setHand, { isRaised: true });
    expect((await look(met)).cursor).toBe(cursor);
  });

  it('ROOM-3 is lowered by its owner', async () => {
    await using met = await meeting();
    await met.ask('learner', setHand, { isRaised: true });
    await met.ask('learner', setHand, { isRaised: false });
    expect((await look(met)).learner.handRaisedAt).toBeNull();
  });

  it('ROOM-3 the mentor may lower that of the learner, and nothing more of another', async () => {
    await using met = await meeting();
    const { mentor, learner } = met.people;
    await met.ask('learner', setHand, { isRaised: true });
    const lowered = await met.ask<Answer>('mentor', setHand, {
      isRaised: false,
      personId: learner.id,
    });
    expect(lowered.setHand.learner.handRaisedAt).toBeNull();
    const refused = [
      met.ask('mentor', setHand, { isRaised: true, personId: learner.id }),
      met.ask('learner', setHand, { isRaised: false, personId: mentor.id }),
    ];
    for (const one of refused) {
      await expectAsync(one).toBeRejectedWithError(/Only the mentor lowers/);
    }
  });

  it('ROOM-3 is down once its owner has left by choice, also when they are back', async () => {
    await using met = await meeting();
    await met.ask('learner', setHand, { isRaised: true });
    met.toMinute(4);
    await met.goes('learner');
    expect((await look(met)).learner.handRaisedAt).toBeNull();
    met.toMinute(5);
    await met.comes('learner', 'learner-2');
    expect((await look(met)).learner.handRaisedAt).toBeNull();
    await met.ask('learner', setHand, { isRaised: true });
    expect((await look(met)).learner.handRaisedAt).not.toBeNull();
  });

  it('ROOM-3 cannot be raised when the session is over, nor by a stranger', async () => {
    await using met = await meeting();
    const stranger = await met.api.signInAs((await met.api.addPerson(['ADMIN'])).id);
    const variables = { sessionId: met.sessionId, isRaised: true };
    const { errors } = await met.api.http(setHand, variables, stranger);
    expect(errors[0]?.extensions['code']).toBe('FORBIDDEN');
    await met.ask(
      'mentor',
      `mutation ($sessionId: ID!) {
      endSession(input: { sessionId: $sessionId }) { __typename } }`,
    );
    const { setHand: answer } = await met.ask<Answer>('learner', setHand, { isRaised: true });
    expect(answer.__typename).toBe('SessionAlreadyEnded');
  });
});
