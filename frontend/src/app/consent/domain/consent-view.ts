import type { ConsentKind, ConsentPolicy, ConsentStatus } from '../../graphql/schema-types';

/** How things stand with one kind of consent. */
export interface Consent {
  readonly kind: ConsentKind;
  readonly policy: ConsentPolicy;
  /** Who would do it, and where; null where that has no name. */
  readonly engine: string | null;
  readonly status: ConsentStatus;
  readonly by: string | null;
  readonly agreedBy: readonly string[];
  readonly pausedBy: readonly string[];
  readonly resumeAskedBy: string | null;
}

/** What the two agreed to, as one of them sees it. */
export interface ConsentView {
  readonly consents: readonly Consent[];
  readonly selfId: string;
  readonly otherName: string;
}

/** Whether the person's answer to the first question is awaited. */
export function isAsked({ status, agreedBy }: Consent, selfId: string): boolean {
  return status === 'ASKED' && !agreedBy.includes(selfId);
}

/** Whether the person, who went off the record, is asked to go on. */
export function isAskedToGoOn({ pausedBy, resumeAskedBy }: Consent, selfId: string): boolean {
  return resumeAskedBy !== null && resumeAskedBy !== selfId && pausedBy.includes(selfId);
}

/** Whether the person may ask for it, because nothing is awaited and nothing runs. */
export function canRequest({ status }: Consent): boolean {
  return status === 'NOT_ASKED' || status === 'DECLINED' || status === 'WITHDRAWN';
}
