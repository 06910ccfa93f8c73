import { checkLink, type OpenLog, type SessionLog } from '../../sessions/sessions.ts';
import { areLinksOpen, mostLinks } from '../domain/link-rules.ts';
import type { LinkRecord, LinkStore } from '../store/link-store.ts';

export interface ShareRequest {
  readonly sessionId: string;
  readonly personId: string;
  /** Made by the mentor's device; the same identifier is the same link. */
  readonly linkId: string;
  readonly title: string;
  readonly url: string;
}

export type ShareAnswer =
  | { readonly link: LinkRecord }
  | { readonly fault: { readonly field: string; readonly message: string } }
  | { readonly rejected: 'CLOSED' };

/** Shares a link with the learner; shared again, it is the one shared before. */
export class ShareLink {
  constructor(
    private readonly log: SessionLog,
    private readonly links: LinkStore,
  ) {}

  async run(request: ShareRequest): Promise<ShareAnswer> {
    const checked = checkLink(request);
    if ('fault' in checked) return checked;
    const answer = await this.log.change(request.sessionId, (log) =>
      this.keep(log, { ...request, ...checked.link }),
    );
    return answer ?? { rejected: 'CLOSED' };
  }

  private async keep(log: OpenLog, request: ShareRequest): Promise<ShareAnswer> {
    const { personId, title, url } = request;
    const id = request.linkId.toLowerCase();
    const kept = await this.links.find(log, id);
    if (kept) return { link: kept };
    if (!areLinksOpen(log.session.actualEnd, log.now)) return { rejected: 'CLOSED' };
    if ((await this.links.count(log)) >= mostLinks) {
      const message = 'There are 100 links already. Remove one first.';
      return { fault: { field: 'url', message } };
    }
    return { link: this.links.add(log, personId, { id, title, url }) };
  }
}
