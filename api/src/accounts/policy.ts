import type { Viewer } from './viewer.ts';

type Action = 'LIST_PEOPLE';

/** What somebody may do with people's accounts. */
export function can(viewer: Viewer, action: Action): boolean {
  switch (action) {
    case 'LIST_PEOPLE':
      return viewer.roles.includes('MENTOR') || viewer.roles.includes('ADMIN');
    default:
      return action satisfies never;
  }
}

export interface SignInRules {
  readonly signUp: 'open' | 'invited';
}

/** Whether an account may be opened for an address. The answer to the asker is the same either way. */
export function maySignIn(rules: SignInRules, isKnown: boolean): boolean {
  return isKnown || rules.signUp === 'open';
}
