export type Role = 'MENTOR' | 'LEARNER' | 'ADMIN';

/** Who asks. One per request and per socket; `null` where nobody is signed in. */
export interface Viewer {
  readonly personId: string;
  readonly roles: readonly Role[];
}
