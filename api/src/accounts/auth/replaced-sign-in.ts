import { createAuthMiddleware } from 'better-auth/api';

/**
 * Whoever signs in where somebody else is signed in takes that one's place: the sign-in before is
 * over, as if it had been signed out. That of the same person stays, and with it what is open.
 */
export const endReplacedSignIn = createAuthMiddleware(async (request) => {
  const { newSession, authCookies, secret, internalAdapter } = request.context;
  if (!newSession) return;
  const token = await request.getSignedCookie(authCookies.sessionToken.name, secret);
  if (typeof token !== 'string' || token === newSession.session.token) return;
  const before = await internalAdapter.findSession(token);
  if (!before || before.user.id === newSession.user.id) return;
  await internalAdapter.deleteSession(token);
});
