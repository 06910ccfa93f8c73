import type { Role } from '../graphql/schema-types';

interface Met {
  readonly viewerRole: Role;
  readonly course: { readonly id: string };
  readonly other: { readonly person: { readonly id: string } };
}

/** An address within the app, as the router wants it. */
export interface Way {
  readonly path: readonly string[];
  readonly query: Readonly<Record<string, string>>;
}

/** "Book Next Session": a learner books with their mentor, a mentor schedules with their learner. */
export function nextBooking({ viewerRole, course, other }: Met): Way {
  if (viewerRole === 'MENTOR') {
    return { path: ['/schedule'], query: { learner: other.person.id, course: course.id } };
  }
  return { path: ['/book', other.person.id], query: { course: course.id } };
}
