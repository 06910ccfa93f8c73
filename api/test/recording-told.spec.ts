import type { Meeting } from './meeting.ts';
import {
  becomes,
  begin,
  ends,
  finish,
  lesson,
  recorded,
  says,
  sendAll,
} from './recording-scene.ts';
import { TestMailbox } from './test-mailbox.ts';
import { tell, toldBy } from './told.ts';

const timeline = `query ($sessionId: ID!) { sessionTimeline(sessionId: $sessionId, first: 100) {
  nodes { type at recordingReason person { id } } } }`;
const ready = 'The recording is ready: Fractions with';

interface Turn {
  readonly type: string;
  readonly at: string;
  readonly recordingReason: string | null;
}

async function turnsOf({ api, sessionId }: Meeting): Promise<readonly Turn[]> {
  const admin = await api.signInAs((await api.addPerson(['ADMIN'], 'Ada Admin')).id);
  const { sessionTimeline } = await api.ask<{ sessionTimeline: { nodes: readonly Turn[] } }>(
    timeline,
    { sessionId },
    admin,
  );
  return sessionTimeline.nodes.filter(({ type }) => type.startsWith('RECORDING_'));
}

async function part(meeting: Meeting, pieces: readonly Uint8Array[]): Promise<string> {
  const { id } = await begin(meeting);
  await sendAll(meeting, id, pieces);
  meeting.clock.advance(6000);
  return id;
}

function mailsOf(mailbox: TestMailbox, { people }: Meeting) {
  const told = (email: string) => mailbox.to(email).filter((subject) => subject.startsWith(ready));
  return [told(people.mentor.email), told(people.learner.email)];
}

describe('what is told of a recording', () => {
  it('ROOM-12 both are told by mail, in the app and on devices, once, when all of it is there', async () => {
    const mailbox = new TestMailbox();
    await using meeting = await recorded({}, { mailbox });
    const pieces = await lesson('webm', 2);
    const first = await part(meeting, pieces);
    await says(meeting, 'learner', 'PAUSE');
    await finish(meeting, first, 2);
    await says(meeting, 'learner', 'RESUME');
    const second = await part(meeting, pieces);
    await tell(meeting.api);
    await ends(meeting);
    await tell(meeting.api);
    expect(mailsOf(mailbox, meeting)).toEqual([[], []]);
    await finish(meeting, second, 2);
    await becomes(meeting, 'READY');
    const { recording } = meeting.api.app;
    for (let again = 0; again < 3; again += 1) {
      await recording.watch();
      await tell(meeting.api);
      meeting.clock.advance(60_000);
    }
    expect(mailsOf(mailbox, meeting)).toEqual([
      [`${ready} Leo Okafor`],
      [`${ready} Maya Lindqvist`],
    ]);
    const told = (await toldBy(meeting.api)).filter((line) => line.includes('RECORDING_READY'));
    expect(told).toEqual([
      ...['Leo RECORDING_READY EMAIL SENT', 'Leo RECORDING_READY IN_APP SENT'],
      ...['Maya RECORDING_READY EMAIL SENT', 'Maya RECORDING_READY IN_APP SENT'],
    ]);
    const mail = mailbox.sent.find(({ subject }) => subject.startsWith(ready));
    expect(mail?.calendar).toBeUndefined();
    expect(mail?.text).toContain('Watch the recording');
  });

  it('OPS the timeline has when it began, when it stopped and that it can be watched', async () => {
    await using meeting = await recorded();
    const began = meeting.clock.now();
    const id = await part(meeting, await lesson('webm', 2));
    const stopped = meeting.clock.now();
    await ends(meeting);
    meeting.clock.advance(60_000);
    await finish(meeting, id, 2);
    await becomes(meeting, 'READY');
    await meeting.api.app.recording.watch();
    const turns = await turnsOf(meeting);
    expect(turns.map(({ type, at }) => [type, Date.parse(at)])).toEqual([
      ['RECORDING_STARTED', began],
      ['RECORDING_ENDED', stopped],
      ['RECORDING_READY', stopped + 60_000],
    ]);
  });

  it('FAIL-13 the timeline has why a part failed, and nobody is told of a recording', async () => {
    const mailbox = new TestMailbox();
    await using meeting = await recorded({}, { mailbox });
    const id = await part(meeting, [new Uint8Array(2000)]);
    await ends(meeting);
    await finish(meeting, id, 1);
    await becomes(meeting, 'FAILED');
    await meeting.api.app.recording.watch();
    await tell(meeting.api);
    const failed = (await turnsOf(meeting)).at(-1);
    expect(failed?.recordingReason).toBe('What was recorded cannot be played.');
    expect(mailsOf(mailbox, meeting)).toEqual([[], []]);
  });
});
