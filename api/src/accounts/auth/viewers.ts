import type { IncomingHttpHeaders } from 'node:http';
import { fromNodeHeaders } from 'better-auth/node';
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
      const found = await this.library.api.getSession({
        headers: fromNodeHeaders({ cookie }),
        returnHeaders: true,
      });
      cookies = found.headers.getSetCookie();
      if (!found.response) return { viewer: null, endsAt: 0 };
      const { user, session } = found.response;
      const person = await this.people.find(user.id);
      return { viewer: person && viewerOf(person), endsAt: session.expiresAt.getTime() };
    });
    return { viewer, cookies };
  }
}

function viewerOf({ id, roles }: Person): Viewer {
  return { personId: id, roles };
}
