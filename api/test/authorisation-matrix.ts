import * as Y from 'yjs';
import { newId } from '../src/platform/ids.ts';

/** The kinds of people who ask, in the order of the table's columns. */
export const viewers = ['nobody', 'stranger', 'colleague', 'learner', 'mentor', 'admin'] as const;

export type ViewerKind = (typeof viewers)[number];

/** What the operations are asked about: a session that is going on, and all that belongs to it. */
export interface Scene {
  readonly sessionId: string;
  readonly startsAt: number;
  readonly mentorId: string;
  readonly learnerId: string;
  readonly courseId: string;
  readonly topicIds: readonly string[];
  readonly cookies: Readonly<Record<ViewerKind, string | undefined>>;
}

/** One letter for each kind of viewer: see `verdicts`. */
export interface Row {
  readonly name: string;
  readonly verdicts: string;
  readonly variables: (scene: Scene, viewer: ViewerKind) => Readonly<Record<string, unknown>>;
}

/** What the letters of the table stand for. */
export const verdicts: Readonly<Record<string, string>> = {
  U: 'UNAUTHENTICATED',
  F: 'FORBIDDEN',
  N: 'NOT_FOUND',
  // May do it. Where the session's state stands in the way, the answer is a typed problem.
  y: 'yes',
};

const inDays = ({ startsAt }: Scene, days: number, minutes = 0) =>
  new Date(startsAt + (days * 1440 + minutes) * 60_000).toISOString();
const usual = { camera: 'OK', microphone: 'OK', network: 'OK', speaker: 'OK' };

const of = ({ sessionId }: Scene) => ({ sessionId });
const nothing = () => ({});
const input = (make: (scene: Scene, viewer: ViewerKind) => object) => {
  return (scene: Scene, viewer: ViewerKind) => ({ input: make(scene, viewer) });
};
const session = (more: (scene: Scene) => object = nothing) =>
  input((scene) => ({ sessionId: scene.sessionId, ...more(scene) }));
const topic = (index: number, more: object = {}) =>
  session(({ topicIds }) => ({ topicId: topicIds[index], ...more }));
const proposal = (more: (scene: Scene) => object = nothing) =>
  session((scene) => ({ proposalId: newId(), ...more(scene) }));

const row = (name: string, letters: string, variables: Row['variables'] = nothing): Row => {
  return { name, verdicts: letters, variables };
};

const everybody = 'Uyyyyy';
const admins = 'UFFFFy';
const both = 'UFFyyF';
const bothAndAdmins = 'UFFyyy';
const theMentor = 'UFFFyF';

/** Who may do what. In the order in which it is tried: what ends the session comes last. */
export const matrix: readonly Row[] = [
  row('Query.serverTime', 'yyyyyy'),
  row('Query.viewer', 'yyyyyy'),
  row('Query.allSessions', admins, () => ({ first: 1 })),
  row('Query.availability', everybody, ({ mentorId }) => ({ mentorId })),
  row('Query.course', everybody, ({ courseId }) => ({ id: courseId })),
  row('Query.courses', everybody),
  row('Query.freeSlots', everybody, (scene) => ({
    mentorId: scene.mentorId,
    from: inDays(scene, 1),
    to: inDays(scene, 2),
  })),
  row('Query.nextSession', everybody),
  row('Query.noticeDeliveries', admins, () => ({ first: 1, filter: 'FAILED' })),
  row('Query.notices', everybody, () => ({ first: 1 })),
  row('Query.operatorOverview', admins, (scene) => ({
    today: { from: inDays(scene, 0), to: inDays(scene, 1) },
  })),
  row('Query.people', 'UFyFyy', () => ({ first: 5, role: 'LEARNER', search: 'leo' })),
  row('Query.preferences', everybody),
  row('Query.pushDevices', everybody),
  row('Query.pushKey', everybody),
  row('Query.session', bothAndAdmins, ({ sessionId }) => ({ id: sessionId })),
  row('Query.sessionTimeline', admins, ({ sessionId }) => ({ sessionId, first: 1 })),
  row('Query.sessions', everybody, () => ({ first: 1, filter: 'UPCOMING' })),

  row(
    'Mutation.joinSession',
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

  row('Subscription.annotationChanges', bothAndAdmins, of),
  row('Subscription.chatMessages', bothAndAdmins, of),
  row('Subscription.resourceChanges', bothAndAdmins, of),
  row('Subscription.sessionChanges', bothAndAdmins, of),
  row('Subscription.transcriptSegments', bothAndAdmins, of),
  row('Subscription.transcriptStatusChanges', bothAndAdmins, of),
  row('Subscription.whiteboardUpdates', bothAndAdmins, of),

  row(
    'Mutation.updatePreferences',
    everybody,
    input(() => ({ volume: 50 })),
  ),
  row(
    'Mutation.markNoticesRead',
    everybody,
    input(() => ({ all: true })),
  ),
  row(
    'Mutation.savePushSubscription',
    everybody,
    input(() => ({
      ...{ auth: 'x', endpoint: 'https://push.example.com/x', name: 'Phone', p256dh: 'x' },
    })),
  ),
  row(
    'Mutation.removePushSubscription',
    everybody,
    input(() => ({ id: newId() })),
  ),
  row('Mutation.sendTestPush', everybody),
  row('Mutation.openMediaCheck', everybody),
  row(
    'Mutation.saveCourse',
    'UFFFyy',
    input(({ courseId }) => ({
      ...{ id: courseId, title: 'Algebra', description: '', links: [] },
    })),
  ),
  row(
    'Mutation.setAvailability',
    'UFyFyF',
    input(({ courseId }) => ({
      ...{ courseIds: [courseId], exceptions: [], horizonDays: 14, noticeMinutes: 60 },
      ...{ sessionMinutes: 60, timeZone: 'Europe/Berlin', weekly: [] },
    })),
  ),
  row(
    'Mutation.scheduleSession',
    'UFyFyF',
    input((scene, viewer) => ({
      ...{ courseId: scene.courseId, learnerId: scene.learnerId, title: viewer, topics: [] },
      ...{ startsAt: inDays(scene, 3), endsAt: inDays(scene, 3, 30) },
    })),
  ),
  row(
    'Mutation.bookSession',
    'UyFyFF',
    input((scene) => ({
      ...{ courseId: scene.courseId, mentorId: scene.mentorId, topics: [] },
      startsAt: inDays(scene, 4),
    })),
  ),
  row(
    'Mutation.retryNoticeDelivery',
    admins,
    input(() => ({ channel: 'EMAIL', noticeId: newId() })),
  ),

  row(
    'Mutation.proposeReschedule',
    both,
    session((scene) => ({
      note: '',
      times: [{ startsAt: inDays(scene, 5), endsAt: inDays(scene, 5, 40) }],
    })),
  ),
  row(
    'Mutation.acceptReschedule',
    both,
    proposal((scene) => ({ startsAt: inDays(scene, 5) })),
  ),
  row(
    'Mutation.declineReschedule',
    both,
    proposal(() => ({ reason: '' })),
  ),
  row('Mutation.withdrawReschedule', both, proposal()),
  row(
    'Mutation.cancelSession',
    bothAndAdmins,
    session(() => ({ reason: 'A cold.' })),
  ),
  row('Mutation.agreeToFinish', both, session()),
  row('Mutation.withdrawFinish', both, session()),
  row('Mutation.endSession', both, session()),
  row(
    'Mutation.giveFeedback',
    both,
    session(() => ({ rating: 5, comment: '' })),
  ),
];

/** What tells each person of their own things only, and needs nothing but that they have signed in. */
export const ownStreams = [
  'Subscription.mySessionsChanged',
  'Subscription.noticeArrived',
  'Subscription.preferencesChanged',
] as const;

function stroke(): string {
  const doc = new Y.Doc();
  doc.getMap('shapes').set('a', 1);
  return Buffer.from(Y.encodeStateAsUpdate(doc)).toString('base64');
}

function page(): object {
  return { connectionId: newId() };
}
