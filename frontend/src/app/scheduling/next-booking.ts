import type { Role } from '../graphql/schema-types';

interface Met {
  readonly viewerRole: Role;
  readonly course: { readonly id: string };
  readonly other: { readonly person: { readonly id: string } };
}

/** An address within the app, as the router wants it, and what the way there is called. */
interface NextBooking {
  readonly path: readonly string[];
  readonly query: Readonly<Record<string, string>>;
  readonly word: string;
}

/** A learner books with their mentor, a mentor schedules with their learner; others do neither. */
export function nextBooking({ viewerRole, course, other }: Met): NextBooking | null {
  switch (viewerRole) {
    case 'MENTOR':
      return {
        path: ['/schedule'],
        query: { learner: other.person.id, course: course.id },
        word: 'Schedule next session',
      };
    case 'LEARNER':
      return {
        path: ['/book', other.person.id],
        query: { course: course.id },
        word: 'Book Next Session',
      };
    case 'ADMIN':
      return null;
    default:
      return viewerRole satisfies never;
  }
}
