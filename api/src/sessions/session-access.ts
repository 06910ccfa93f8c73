import type { RequestContext } from '../accounts/request-context.ts';
import { signedIn } from '../accounts/request-context.ts';
import type { Viewer } from '../accounts/viewer.ts';
import { isId } from '../platform/ids.ts';
import { forbidden, notFound } from '../platform/graphql/errors.ts';
import { can, type SessionAction, type SessionPeople } from './policy.ts';

/** Finds the two people of a session; `null` where there is none. */
export type FindPeople = (sessionId: string) => Promise<SessionPeople | null>;

/** The one gate in front of everything that concerns one session. */
export class SessionAccess {
  constructor(private readonly findPeople: FindPeople) {}

  /** Gives the viewer; refuses nobody, strangers, and sessions that do not exist. */
  async require(
    context: Pick<RequestContext, 'viewer'>,
    action: SessionAction,
    sessionId: string,
  ): Promise<Viewer> {
    const viewer = signedIn(context);
    const people = await this.people(sessionId);
    if (!people) throw notFound();
    if (!can(viewer, action, people)) throw forbidden();
    return viewer;
  }

  /** Whether the viewer may do it; `false` also for nobody, and where there is no such session. */
  async allows(
    { viewer }: Pick<RequestContext, 'viewer'>,
    action: SessionAction,
    sessionId: string,
  ): Promise<boolean> {
    const people = await this.people(sessionId);
    return viewer !== null && people !== null && can(viewer, action, people);
  }

  private async people(sessionId: string): Promise<SessionPeople | null> {
    return isId(sessionId) ? await this.findPeople(sessionId) : null;
  }
}
