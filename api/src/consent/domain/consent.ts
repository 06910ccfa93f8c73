/** What a course wants: nothing of it, a question by one of the two, or a question to both. */
export type ConsentPolicy = 'OFF' | 'ON_REQUEST' | 'ALWAYS_ASK';

/** What is said of it, as the session's log has it. */
export type ConsentEventType =
  | 'CONSENT_ASKED'
  | 'CONSENT_GIVEN'
  | 'CONSENT_DECLINED'
  | 'CONSENT_PAUSED'
  | 'CONSENT_RESUMED'
  | 'CONSENT_WITHDRAWN';

/** How things stand with one kind of consent, as far as the two have said. */
export type ConsentState =
  | { readonly status: 'NOT_ASKED' }
  /** `by` is null where the course asks; `agreed` is who has said yes so far. */
  | { readonly status: 'ASKED'; readonly by: string | null; readonly agreed: string | null }
  | { readonly status: 'RUNNING' }
  /** Off the record: whoever went off it, and who asks them to go on. */
  | {
      readonly status: 'PAUSED';
      readonly pausedBy: readonly string[];
      readonly askedBy: string | null;
    }
  | { readonly status: 'DECLINED' | 'WITHDRAWN'; readonly by: string };

/** Something that one of the two said of it. */
export interface ConsentWord {
  readonly type: ConsentEventType;
  readonly personId: string;
  readonly at: number;
}

/** What one of the two wants. */
export type ConsentAct = 'REQUEST' | 'AGREE' | 'DECLINE' | 'PAUSE' | 'RESUME' | 'WITHDRAW';

/** The course has it off; there is no question to agree to; there is nothing that runs. */
export type ConsentRefusal = 'OFF' | 'NOT_ASKED' | 'NOT_RUNNING';

type Decision =
  /** Null: it is so already. */
  { readonly type: ConsentEventType | null } | { readonly rejected: ConsentRefusal };

/** How it begins: a course that always asks has asked both, before anybody says a word. */
export function firstConsent(policy: ConsentPolicy): ConsentState {
  return policy === 'ALWAYS_ASK'
    ? { status: 'ASKED', by: null, agreed: null }
    : { status: 'NOT_ASKED' };
}

/** How things stand after all that was said, in order. */
export function replayConsent(policy: ConsentPolicy, words: readonly ConsentWord[]): ConsentState {
  return words.reduce(evolveConsent, firstConsent(policy));
}

/** How things stand after one more word. */
export function evolveConsent(state: ConsentState, { type, personId }: ConsentWord): ConsentState {
  switch (type) {
    case 'CONSENT_ASKED':
      return { status: 'ASKED', by: personId, agreed: personId };
    case 'CONSENT_GIVEN':
      return afterYes(state, personId);
    case 'CONSENT_DECLINED':
      return { status: 'DECLINED', by: personId };
    case 'CONSENT_WITHDRAWN':
      return { status: 'WITHDRAWN', by: personId };
    case 'CONSENT_PAUSED':
      return afterPause(state, personId);
    case 'CONSENT_RESUMED':
      return afterResume(state, personId);
  }
}

function afterYes(state: ConsentState, personId: string): ConsentState {
  if (state.status === 'RUNNING' || state.status === 'PAUSED') return state;
  // Where the course asked then and does not any more, the first yes is the question to the other.
  if (state.status !== 'ASKED') return { status: 'ASKED', by: personId, agreed: personId };
  if (state.agreed === null) return { ...state, agreed: personId };
  return state.agreed === personId ? state : { status: 'RUNNING' };
}

function afterPause(state: ConsentState, personId: string): ConsentState {
  const wasBy = state.status === 'PAUSED' ? state.pausedBy : [];
  if (state.status !== 'RUNNING' && state.status !== 'PAUSED') return state;
  return { status: 'PAUSED', pausedBy: [...new Set([...wasBy, personId])], askedBy: null };
}

/** Only who went off the record goes on again; the other one asks them to. */
function afterResume(state: ConsentState, personId: string): ConsentState {
  if (state.status !== 'PAUSED') return state;
  if (!state.pausedBy.includes(personId)) return { ...state, askedBy: personId };
  const pausedBy = state.pausedBy.filter((one) => one !== personId);
  const askedBy = pausedBy.length > 0 ? personId : null;
  return pausedBy.length > 0 ? { ...state, pausedBy, askedBy } : { status: 'RUNNING' };
}

/**
 * What comes of a wish. A yes needs a question; a no counts whenever it comes, also where the course has
 * it off by now, so that it is not forgotten should the course have it again.
 */
export function decideConsent(
  policy: ConsentPolicy,
  state: ConsentState,
  { act, personId }: { readonly act: ConsentAct; readonly personId: string },
): Decision {
  switch (act) {
    case 'DECLINE':
    case 'WITHDRAW':
      return { type: refusing(state, personId) };
    case 'PAUSE':
      return pausing(state, personId);
    default:
      return policy === 'OFF' ? { rejected: 'OFF' } : wanting(state, act, personId);
  }
}

function wanting(
  state: ConsentState,
  act: 'REQUEST' | 'AGREE' | 'RESUME',
  personId: string,
): Decision {
  switch (act) {
    case 'REQUEST':
      return { type: asking(state, personId) };
    case 'AGREE':
      return agreeing(state, personId);
    case 'RESUME':
      return resuming(state, personId);
  }
}

function asking(state: ConsentState, personId: string): ConsentEventType | null {
  switch (state.status) {
    case 'NOT_ASKED':
    case 'DECLINED':
    case 'WITHDRAWN':
      return 'CONSENT_ASKED';
    case 'ASKED':
      return state.agreed === personId ? null : 'CONSENT_GIVEN';
    case 'RUNNING':
    case 'PAUSED':
      return null;
  }
}

function agreeing(state: ConsentState, personId: string): Decision {
  switch (state.status) {
    case 'ASKED':
      return { type: state.agreed === personId ? null : 'CONSENT_GIVEN' };
    case 'RUNNING':
    case 'PAUSED':
      return { type: null };
    default:
      return { rejected: 'NOT_ASKED' };
  }
}

function refusing(state: ConsentState, personId: string): ConsentEventType | null {
  switch (state.status) {
    case 'ASKED':
      return state.agreed === personId ? 'CONSENT_WITHDRAWN' : 'CONSENT_DECLINED';
    case 'RUNNING':
    case 'PAUSED':
      return 'CONSENT_WITHDRAWN';
    default:
      return null;
  }
}

function pausing(state: ConsentState, personId: string): Decision {
  if (state.status === 'RUNNING') return { type: 'CONSENT_PAUSED' };
  if (state.status !== 'PAUSED') return { rejected: 'NOT_RUNNING' };
  // Who is asked to go on stays off the record by that.
  const isSo = state.pausedBy.includes(personId) && state.askedBy === null;
  return { type: isSo ? null : 'CONSENT_PAUSED' };
}

function resuming(state: ConsentState, personId: string): Decision {
  if (state.status === 'RUNNING') return { type: null };
  if (state.status !== 'PAUSED') return { rejected: 'NOT_RUNNING' };
  const isSo = !state.pausedBy.includes(personId) && state.askedBy === personId;
  return { type: isSo ? null : 'CONSENT_RESUMED' };
}
