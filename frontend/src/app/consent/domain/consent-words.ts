import type { ConsentAct, ConsentKind } from '../../graphql/schema-types';
import { type Consent, type ConsentView, isAsked, isAskedToGoOn } from './consent-view';

/** Something that the person may say, and the words on its button. */
export interface ConsentChoice {
  readonly label: string;
  readonly act: ConsentAct;
  readonly kinds: readonly ConsentKind[];
}

/** What the person is asked. */
export interface ConsentQuestion {
  readonly kind: ConsentKind;
  readonly heading: string;
  readonly text: string;
  readonly yes: ConsentChoice;
  readonly no: ConsentChoice;
}

const nouns: Readonly<Record<ConsentKind, string>> = {
  TRANSCRIPT: 'transcript',
  RECORDING: 'recording',
};

const byCourse: Readonly<Record<ConsentKind, string>> = {
  TRANSCRIPT: 'May what you both say be written down?',
  RECORDING: 'May this session be recorded?',
};

const wishes: Readonly<Record<ConsentKind, string>> = {
  TRANSCRIPT: 'would like a transcript of this session.',
  RECORDING: 'would like to record this session.',
};

/** What is asked of the person now; null: nothing. */
export function questionOf(view: ConsentView): ConsentQuestion | null {
  for (const consent of view.consents) {
    const question = askedFirst(consent, view) ?? askedToGoOn(consent, view);
    if (question) return question;
  }
  return null;
}

function askedFirst(consent: Consent, { selfId, otherName }: ConsentView): ConsentQuestion | null {
  const { kind, by, agreedBy, engine } = consent;
  if (!isAsked(consent, selfId)) return null;
  const means = engine === null ? '' : `It is written down by ${engine}. `;
  const both = `${means}It only runs if you and ${otherName} agree. Either of you can pause or stop it at any time.`;
  return {
    kind,
    heading: by === null ? byCourse[kind] : `${otherName} ${wishes[kind]}`,
    text: by === null && agreedBy.length > 0 ? `${otherName} has agreed. ${both}` : both,
    yes: { label: 'Agree', act: 'AGREE', kinds: [kind] },
    no: { label: 'No', act: 'DECLINE', kinds: [kind] },
  };
}

function askedToGoOn(consent: Consent, { selfId, otherName }: ConsentView): ConsentQuestion | null {
  const { kind } = consent;
  if (!isAskedToGoOn(consent, selfId)) return null;
  return {
    kind,
    heading: `${otherName} asks to go on the record again.`,
    text: `The ${nouns[kind]} goes on from now. What was said meanwhile stays off the record.`,
    yes: { label: 'Go on', act: 'RESUME', kinds: [kind] },
    no: { label: 'Stay off the record', act: 'PAUSE', kinds: [kind] },
  };
}

/** What everybody is to see of it all the time. */
export interface ConsentSign {
  readonly state: 'running' | 'paused' | 'waiting';
  readonly text: string;
  /** What does it, where that has a name. */
  readonly by: string;
}

/**
 * The sign that names what runs; null where nothing runs and nothing is awaited. `engine` is what writes
 * the words down right now, by the name that is shown; null while nothing does.
 */
export function signOf(
  { consents, selfId, otherName }: ConsentView,
  engine: string | null,
): ConsentSign | null {
  const running = kindsOf(consents, 'RUNNING');
  const isSilent = running.length === 1 && running[0] === 'TRANSCRIPT' && engine === null;
  if (isSilent) return { state: 'waiting', text: 'Transcript agreed', by: '' };
  if (running.length > 0) {
    const by = running.includes('TRANSCRIPT') && engine !== null ? engine : '';
    return { state: 'running', text: capital(listed(running)), by };
  }
  if (kindsOf(consents, 'PAUSED').length > 0) {
    return { state: 'paused', text: 'Off the record', by: '' };
  }
  const isWaiting = consents.some((one) => one.status === 'ASKED' && one.agreedBy.includes(selfId));
  return isWaiting ? { state: 'waiting', text: `Waiting for ${otherName}`, by: '' } : null;
}

/** What the person may say at any time, the nearest first. */
export function choicesOf({ consents, selfId, otherName }: ConsentView): readonly ConsentChoice[] {
  const running = kindsOf(consents, 'RUNNING');
  const paused = consents.filter(({ status }) => status === 'PAUSED');
  const own = paused.filter(({ pausedBy }) => pausedBy.includes(selfId)).map(({ kind }) => kind);
  const theirs = paused
    .filter(({ pausedBy, resumeAskedBy }) => !pausedBy.includes(selfId) && resumeAskedBy === null)
    .map(({ kind }) => kind);
  const asked = consents.filter(
    ({ status, agreedBy }) => status === 'ASKED' && agreedBy.includes(selfId),
  );
  const agreed = consents.filter(({ status }) => status === 'RUNNING' || status === 'PAUSED');
  return [
    ...choice('Off the record', 'PAUSE', running),
    ...choice('Go on the record', 'RESUME', own),
    ...choice(`Ask ${otherName} to go on the record`, 'RESUME', theirs),
    ...agreed.map(({ kind }) => stop(`Stop the ${nouns[kind]}`, kind)),
    ...asked.map(({ kind }) => stop(`Do not ask for a ${nouns[kind]} any more`, kind)),
  ];
}

/** Why nothing is written down, or recorded, in words; empty where both agreed and it may. */
export function reasonOf(consent: Consent, view: ConsentView): string {
  const noun = nouns[consent.kind];
  const who = consent.by === view.selfId ? 'You' : view.otherName;
  switch (consent.status) {
    case 'OFF':
      return `There is no ${noun} in this session.`;
    case 'NOT_ASKED':
      return `Nobody has asked for a ${noun} yet.`;
    case 'ASKED':
      return awaitedText(consent, view);
    case 'DECLINED':
      return `${who} did not agree to a ${noun}.`;
    case 'WITHDRAWN':
      return `${who} stopped the ${noun}.`;
    case 'PAUSED':
      return pausedText(consent, view);
    case 'RUNNING':
      return '';
  }
}

function awaitedText({ kind, agreedBy }: Consent, { selfId, otherName }: ConsentView): string {
  return agreedBy.includes(selfId)
    ? `Waiting for ${otherName} to agree to the ${nouns[kind]}.`
    : `The ${nouns[kind]} begins when you both agree.`;
}

function pausedText({ kind, pausedBy }: Consent, { selfId, otherName }: ConsentView): string {
  const who = pausedBy.includes(selfId) ? 'you' : otherName;
  return `Off the record: ${who} paused the ${nouns[kind]}.`;
}

function kindsOf(consents: readonly Consent[], wanted: Consent['status']): readonly ConsentKind[] {
  return consents.filter(({ status }) => status === wanted).map(({ kind }) => kind);
}

function choice(
  label: string,
  act: ConsentAct,
  kinds: readonly ConsentKind[],
): readonly ConsentChoice[] {
  return kinds.length > 0 ? [{ label, act, kinds }] : [];
}

function stop(label: string, kind: ConsentKind): ConsentChoice {
  return { label, act: 'WITHDRAW', kinds: [kind] };
}

function listed(kinds: readonly ConsentKind[]): string {
  return kinds.map((kind) => nouns[kind]).join(' and ');
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
