import { newId } from '../src/platform/ids.ts';
import { Meeting } from './meeting.ts';

const annotate = `mutation ($sessionId: ID!, $id: ID!, $kind: AnnotationKind!, $text: String!) {
  annotate(input: { sessionId: $sessionId, annotationId: $id, kind: $kind, isPrivate: false, text: $text }) {
    __typename } }`;

const record = `query ($sessionId: ID!) { session(id: $sessionId) {
  actualStart actualEnd outcome endReason clock { activeMs }
  topics { title state activeMs }
  annotations(first: 200) { edges { node {
    id kind isPrivate text topicId sessionMs withdrawnAt topic { id title } } } }
  mentor { ...Attended } learner { ...Attended }
  messages(first: 1) { edges { cursor } }
  transcript(first: 1) { edges { cursor } }
  whiteboard { bytes }
  resources { title } viewerNotes { text } viewerFeedback { rating } } }
  fragment Attended on Participant {
    inRoomMs person { displayName } stays { joinedAt leftAt reason } }`;

interface Record {
  readonly session: {
    readonly endReason: string;
    readonly clock: { readonly activeMs: number };
    readonly topics: readonly { readonly title: string; readonly activeMs: number }[];
    readonly annotations: {
      readonly edges: readonly {
        readonly node: { readonly text: string; readonly topic: { readonly title: string } | null };
      }[];
    };
    readonly mentor: { readonly stays: readonly { readonly reason: string }[] };
  };
}

describe('the record of a session', () => {
  it('LIFE-8 is one query, the same for both of the two and for who administers', async () => {
    await using meeting = await Meeting.plan();
    meeting.toMinute(0);
    await meeting.comes('mentor');
    await meeting.comes('learner');
    meeting.toMinute(10);
    const id = newId();
    await meeting.ask('mentor', annotate, { id, kind: 'HOMEWORK', text: 'Exercise 4' });
    meeting.toMinute(40);
    await meeting.tick();
    const admin = await meeting.api.addPerson(['ADMIN']);
    const cookies = [
      meeting.cookies.mentor,
      meeting.cookies.learner,
      await meeting.api.signInAs(admin.id),
    ];
    for (const cookie of cookies) {
      const { sessionId } = meeting;
      const { session } = await meeting.api.ask<Record>(record, { sessionId }, cookie);
      expect(session.endReason).toBe('TIME_UP');
      expect(session.clock.activeMs).toBe(40 * 60_000);
      expect(session.topics[0]).toEqual(jasmine.objectContaining({ activeMs: 40 * 60_000 }));
      expect(session.annotations.edges.map(({ node }) => [node.text, node.topic?.title])).toEqual([
        ['Exercise 4', 'Halves'],
      ]);
      expect(session.mentor.stays.map(({ reason }) => reason)).toEqual(['SESSION_OVER']);
    }
  });
});
