import type { OpenLog, SessionLog } from '../../sessions/sessions.ts';
import { areLinksOpen } from '../domain/link-rules.ts';
import type { LinkRecord, LinkStore } from '../store/link-store.ts';

export interface RemoveRequest {
  readonly sessionId: string;
  readonly personId: string;
  readonly linkId: string;
}

export type RemoveAnswer = { readonly link: LinkRecord } | { readonly rejected: 'GONE' | 'CLOSED' };

/** Takes a shared link back; taken back again, nothing more happens. */
export class RemoveLink {
  constructor(
    private readonly log: SessionLog,
    private readonly links: LinkStore,
  ) {}

  async run(request: RemoveRequest): Promise<RemoveAnswer> {
    const answer = await this.log.change(request.sessionId, (log) => this.remove(log, request));
    return answer ?? { rejected: 'GONE' };
  }

  private async remove(log: OpenLog, { personId, linkId }: RemoveRequest): Promise<RemoveAnswer> {
    const link = await this.links.find(log, linkId.toLowerCase());
    if (!link) return { rejected: 'GONE' };
    if (link.removedAt !== null) return { link };
    if (!areLinksOpen(log.session.actualEnd, log.now)) return { rejected: 'CLOSED' };
    return { link: await this.links.remove(log, personId, link) };
  }
}
