import type { IncomingHttpHeaders } from 'node:http';
import { fromNodeHeaders } from 'better-auth/node';
import type { Person } from '../person.ts';
import type { PersonStore } from '../store/person-store.ts';
import type { Viewer } from '../viewer.ts';
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
  ) {}

  async of(headers: IncomingHttpHeaders): Promise<SignedIn> {
    if (headers.cookie === undefined) return { viewer: null, cookies: [] };
    const found = await this.library.api.getSession({
      headers: fromNodeHeaders({ cookie: headers.cookie }),
      returnHeaders: true,
    });
    const cookies = found.headers.getSetCookie();
    const person = found.response && (await this.people.find(found.response.user.id));
    return { viewer: person && viewerOf(person), cookies };
  }
}

function viewerOf({ id, roles }: Person): Viewer {
  return { personId: id, roles };
}
