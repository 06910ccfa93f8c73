import * as Y from 'yjs';
import { newId } from '../src/platform/ids.ts';
import {
  type Row,
  both,
  inDays,
  input,
  row,
  session,
  theMentor,
  topic,
} from './authorisation-rows.ts';

const usual = { camera: 'OK', microphone: 'OK', network: 'OK', speaker: 'OK' };

/** Who may do what in the room of a session, and on the way there. */
export const roomRows: readonly Row[] = [
  row(
    'Mutation.joinSession',
    both,
    session(() => page()),
  ),
  row(
    'Mutation.waitToJoin',
    both,
    session(() => page()),
  ),
  row(
    'Mutation.enterRoom',
    both,
    session(() => page()),
  ),
  row(
    'Mutation.useHere',
    both,
    session(() => page()),
  ),
  row(
    'Mutation.reportConnection',
    both,
    session((scene) => ({
      ...page(),
      ...{ at: inDays(scene, 0), sid: 'PA_none', state: 'LOST' },
    })),
  ),
  row(
    'Mutation.reportReadiness',
    both,
    session(() => usual),
  ),
  row(
    'Mutation.reportIssue',
    both,
    session((scene) => ({
      ...{ issueId: newId(), kind: 'MEDIA_CONNECTION', startedAt: inDays(scene, 0) },
    })),
  ),
  row(
    'Mutation.reportFirstPicture',
    both,
    session(() => ({ waitedMs: 700 })),
  ),
  row(
    'Mutation.leaveSession',
    both,
    session(() => ({ ...page(), reason: 'LEFT_BY_CHOICE' })),
  ),
  row(
    'Mutation.setHand',
    both,
    session(() => ({ isRaised: true })),
  ),
  row(
    'Mutation.changeConsent',
    both,
    session(() => ({ act: 'AGREE', kind: 'TRANSCRIPT' })),
  ),
  row(
    'Mutation.sendMessage',
    both,
    session(() => ({ messageId: newId(), text: 'Hello', fileIds: [] })),
  ),
  row(
    'Mutation.drawOnWhiteboard',
    both,
    session(() => ({ updateId: newId(), update: stroke() })),
  ),
  row(
    'Mutation.saveNotes',
    both,
    session(() => ({ revision: 0, text: 'Mine' })),
  ),
  row(
    'Mutation.addTopic',
    theMentor,
    session(() => ({ topicId: newId(), title: 'Fourths' })),
  ),
  row('Mutation.renameTopic', theMentor, topic(0, { title: 'Half' })),
  row('Mutation.moveTopic', theMentor, topic(1, { afterId: null })),
  row('Mutation.startTopic', theMentor, topic(1)),
  row('Mutation.finishTopic', theMentor, topic(1)),
  row('Mutation.reopenTopic', theMentor, topic(1)),
  row('Mutation.removeTopic', theMentor, topic(1)),
  row('Mutation.restoreTopic', theMentor, topic(1)),
  row(
    'Mutation.annotate',
    theMentor,
    session(() => ({
      ...{ annotationId: newId(), isPrivate: false, kind: 'INSIGHT', text: 'Parts of a whole' },
    })),
  ),
  row(
    'Mutation.editAnnotation',
    theMentor,
    session(() => ({ annotationId: newId(), revision: 1, text: 'Other words' })),
  ),
  row(
    'Mutation.withdrawAnnotation',
    theMentor,
    session(() => ({ annotationId: newId() })),
  ),
  row(
    'Mutation.shareLink',
    theMentor,
    session(() => ({ linkId: newId(), title: 'Fractions', url: 'https://a.org/b' })),
  ),
  row(
    'Mutation.removeLink',
    theMentor,
    session(() => ({ linkId: newId() })),
  ),
  row(
    'Mutation.beginRecordingPart',
    theMentor,
    session(() => ({ mediaType: 'video/webm' })),
  ),
  // Whose part it is, it says itself; this one is nobody's.
  row(
    'Mutation.finishRecordingPart',
    'UNNNNN',
    input(() => ({ chunks: 1, partId: newId() })),
  ),
];

function stroke(): string {
  const doc = new Y.Doc();
  doc.getMap('shapes').set('a', 1);
  return Buffer.from(Y.encodeStateAsUpdate(doc)).toString('base64');
}

function page(): object {
  return { connectionId: newId() };
}
