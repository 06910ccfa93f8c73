import type { Role, Viewer } from './viewer.ts';

type Action = 'LIST_PEOPLE';

const rolesFor: Readonly<Record<Action, readonly Role[]>> = { LIST_PEOPLE: ['MENTOR', 'ADMIN'] };

/** What somebody may do with people's accounts. */
export function can(viewer: Viewer, action: Action): boolean {
  return viewer.roles.some((role) => rolesFor[action].includes(role));
}

export interface SignInRules {
  readonly signUp: 'open' | 'invited';
}

/** Whether an account may be opened for an address. The answer to the asker is the same either way. */
export function maySignIn(rules: SignInRules, isKnown: boolean): boolean {
  return isKnown || rules.signUp === 'open';
}
