/** What the demo's mentor teaches. */
export const demoCourse = {
  title: 'Algebra from the ground up',
  description:
    'Twelve sessions from letters to quadratic equations, with time for every question.\n\nBring paper, a pencil and the exercise that you could not solve.',
  links: [
    {
      title: 'Elementary Algebra 2e, a free textbook',
      url: 'https://openstax.org/details/books/elementary-algebra-2e',
    },
    {
      title: 'Exercises: Algebra basics',
      url: 'https://www.khanacademy.org/math/algebra-basics',
    },
  ],
};

const afternoon = [{ from: '14:00', to: '19:00' }];

/** When the demo's mentor has time: every day, so that there is something to book tomorrow. */
export const demoHours = {
  timeZone: 'Europe/Stockholm',
  sessionMinutes: 45,
  noticeMinutes: 60,
  horizonDays: 42,
  weekly: [
    { weekday: 'MONDAY', hours: [{ from: '09:00', to: '12:00' }, ...afternoon] },
    { weekday: 'TUESDAY', hours: afternoon },
    { weekday: 'WEDNESDAY', hours: [{ from: '09:00', to: '12:00' }, ...afternoon] },
    { weekday: 'THURSDAY', hours: afternoon },
    { weekday: 'FRIDAY', hours: [{ from: '09:00', to: '12:30' }] },
    { weekday: 'SATURDAY', hours: [{ from: '10:00', to: '13:00' }] },
    { weekday: 'SUNDAY', hours: [{ from: '16:00', to: '19:00' }] },
  ],
  exceptions: [],
} as const;
