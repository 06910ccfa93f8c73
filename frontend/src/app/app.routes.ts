import type { Routes } from '@angular/router';
import { notSignedIn, signedIn } from './account/signed-in-guard';
import { savedOrGivenUp } from './course/unsaved-guard';
import { administrator } from './operator/operator-guard';

export const routes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: 'Your sessions · PeerLearn',
    canActivate: [signedIn],
    loadComponent: () => import('./dashboard/dashboard-page').then((file) => file.DashboardPage),
  },
  {
    path: 'sign-in',
    title: 'Sign in · PeerLearn',
    canActivate: [notSignedIn],
    loadComponent: () => import('./sign-in/sign-in-page').then((file) => file.SignInPage),
  },
  {
    path: 'session/:id',
    title: 'Session · PeerLearn',
    canActivate: [signedIn],
    loadComponent: () => import('./session-page/session-page').then((file) => file.SessionPage),
    data: { parts: [() => import('./session-page/live-session')] },
  },
  {
    path: 'test',
    title: 'Test Audio/Video · PeerLearn',
    canActivate: [signedIn],
    loadComponent: () => import('./device-check/test-page').then((file) => file.TestPage),
  },
  {
    path: 'availability',
    title: 'Your availability · PeerLearn',
    canActivate: [signedIn],
    loadComponent: () =>
      import('./scheduling/availability-page').then((file) => file.AvailabilityPage),
  },
  {
    path: 'schedule',
    title: 'Schedule a session · PeerLearn',
    canActivate: [signedIn],
    loadComponent: () => import('./scheduling/schedule-page').then((file) => file.SchedulePage),
  },
  {
    path: 'book/:mentorId',
    title: 'Book a session · PeerLearn',
    canActivate: [signedIn],
    loadComponent: () => import('./scheduling/book-page').then((file) => file.BookPage),
  },
  {
    path: 'courses',
    title: 'Courses · PeerLearn',
    canActivate: [signedIn],
    loadComponent: () => import('./course/courses-page').then((file) => file.CoursesPage),
  },
  {
    path: 'courses/new',
    title: 'New course · PeerLearn',
    canActivate: [signedIn],
    canDeactivate: [savedOrGivenUp],
    loadComponent: () => import('./course/course-edit-page').then((file) => file.CourseEditPage),
  },
  {
    path: 'course/:id/edit',
    title: 'Edit course · PeerLearn',
    canActivate: [signedIn],
    canDeactivate: [savedOrGivenUp],
    loadComponent: () => import('./course/course-edit-page').then((file) => file.CourseEditPage),
  },
  {
    path: 'course/:id',
    title: 'Course · PeerLearn',
    canActivate: [signedIn],
    loadComponent: () => import('./course/course-page').then((file) => file.CoursePage),
  },
  {
    path: 'settings',
    title: 'Settings · PeerLearn',
    canActivate: [signedIn],
    loadComponent: () => import('./settings/settings-page').then((file) => file.SettingsPage),
  },
  {
    path: 'operator',
    title: 'Overview · PeerLearn',
    canActivate: [administrator],
    loadComponent: () => import('./operator/operator-page').then((file) => file.OperatorPage),
  },
  {
    path: 'operator/reminders',
    title: 'Reminders · PeerLearn',
    canActivate: [administrator],
    loadComponent: () => import('./operator/reminders-page').then((file) => file.RemindersPage),
  },
  {
    path: 'operator/session/:id',
    title: 'Timeline · PeerLearn',
    canActivate: [administrator],
    loadComponent: () => import('./operator/timeline-page').then((file) => file.TimelinePage),
  },
  {
    // For Egress alone, which brings the address of a room and a token for it.
    path: 'record',
    title: 'Recording · PeerLearn',
    loadComponent: () =>
      import('./recording-page/recording-page').then((file) => file.RecordingPage),
  },
  {
    path: '**',
    title: 'Page not found · PeerLearn',
    loadComponent: () => import('./session-page/lost-page').then((file) => file.LostPage),
  },
];
