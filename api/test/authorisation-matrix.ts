import { newId } from '../src/platform/ids.ts';
import { roomRows } from './authorisation-room.ts';
import {
  type Row,
  admins,
  both,
  bothAndAdmins,
  everybody,
  inDays,
  input,
  of,
  proposal,
  row,
  session,
} from './authorisation-rows.ts';

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

  ...roomRows,

  row('Subscription.annotationChanges', bothAndAdmins, of),
  row('Subscription.chatMessages', bothAndAdmins, of),
  row('Subscription.recordingChanges', bothAndAdmins, of),
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
