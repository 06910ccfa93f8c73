export type Role = 'MENTOR' | 'LEARNER' | 'ADMIN';

/** Who asks. One per request and per socket; `null` where nobody is signed in. */
export interface Viewer {
  readonly personId: string;
  readonly roles: readonly Role[];
}

/** Whether a text from outside names a role. */
export function isRole(text: string): text is Role {
  return text === 'MENTOR' || text === 'LEARNER' || text === 'ADMIN';
}
