import { newId } from '../src/platform/ids.ts';
import { LocalWakeUps } from '../src/platform/streams/local-wake-ups.ts';
import { drawingOf } from '../src/whiteboard/drawing.ts';
import { Meeting } from './meeting.ts';
import { TestApi } from './test-api.ts';

const draw = `mutation ($sessionId: ID!, $updateId: ID!, $update: String!) {
  drawOnWhiteboard(input: { sessionId: $sessionId, updateId: $updateId, update: $update }) {
    __typename } }`;

const follow = `subscription ($sessionId: ID!, $after: Cursor) {
  whiteboardUpdates(sessionId: $sessionId, after: $after) { id } }`;

interface Followed {
  readonly whiteboardUpdates: { readonly id: string };
}

describe('the whiteboard at several replicas', () => {
  it('FAIL-12 ROOM-17 what is drawn arrives, also where every hint is lost', async () => {
    await using meeting = await Meeting.plan();
    const { api, clock, sessionId, media: mediaServer } = meeting;
    await using other = await TestApi.start({
      databaseUrl: api.config.database.url,
      clock,
      overrides: { clock, wakeUps: new LocalWakeUps(), mediaServer },
    });
    const cookie = await other.signInAs(meeting.people.learner.id);
    await using stream = other.subscribe<Followed>(follow, { sessionId }, cookie);
    await stream.opened();
    for (const name of ['a', 'b']) {
      const update = Buffer.from(drawingOf({ [name]: { kind: 'line' } })).toString('base64');
      const updateId = newId();
      await meeting.ask('mentor', draw, { updateId, update });
      expect((await stream.nextData()).whiteboardUpdates.id).toBe(updateId);
    }
  });
});
