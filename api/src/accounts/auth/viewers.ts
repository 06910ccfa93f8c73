import type { IncomingHttpHeaders } from 'node:http';
import { isAPIError } from 'better-auth/api';
import { fromNodeHeaders } from 'better-auth/node';
import { unavailable } from '../../platform/graphql/errors.ts';
import type { Person } from '../person.ts';
import type { PersonStore } from '../store/person-store.ts';
import type { Viewer } from '../viewer.ts';
import type { KnownViewers } from './known-viewers.ts';
import type { SignInLibrary } from './sign-in-library.ts';

/** Who asks, and the cookies with which the browser is to be answered. */
export interface SignedIn {
  readonly viewer: Viewer | null;
  readonly cookies: readonly string[];
}

/** Knows by the cookie who asks. */
export class Viewers {
  constructor(
    private readonly library: SignInLibrary,
    private readonly people: PersonStore,
    private readonly known: KnownViewers,
  ) {}

  async of({ cookie }: IncomingHttpHeaders): Promise<SignedIn> {
    if (cookie === undefined) return { viewer: null, cookies: [] };
    let cookies: readonly string[] = [];
    const viewer = await this.known.of(cookie, async () => {
      const found = await this.sessionOf(cookie);
      cookies = found.headers.getSetCookie();
      if (!found.response) return { viewer: null, endsAt: 0 };
      const { user, session } = found.response;
      const person = await this.people.find(user.id);
      return { viewer: person && viewerOf(person), endsAt: session.expiresAt.getTime() };
    });
    return { viewer, cookies };
  }

  /** The library says only that it could not read a session, and it cannot while the database is away. */
  private async sessionOf(cookie: string) {
    try {
      const headers = fromNodeHeaders({ cookie });
      return await this.library.api.getSession({ headers, returnHeaders: true });
    } catch (error) {
      if (isAPIError(error) && error.body?.code === 'FAILED_TO_GET_SESSION') throw unavailable();
      throw error;
    }
  }
}

function viewerOf({ id, roles }: Person): Viewer {
  return { personId: id, roles };
}
