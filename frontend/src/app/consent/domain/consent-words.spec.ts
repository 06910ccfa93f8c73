import { consentNews } from './consent-news';
import { type Consent, type ConsentView, canRequest } from './consent-view';
import { choicesOf, questionOf, reasonOf, signOf } from './consent-words';
import { policyText } from './policy-text';

const asked: Consent = {
  ...{ kind: 'TRANSCRIPT', policy: 'ALWAYS_ASK', status: 'ASKED', by: null, engine: null },
  ...{ agreedBy: [], pausedBy: [], resumeAskedBy: null },
};
const both = ['leo', 'mia'];
const states = {
  asked,
  'asked by mia': { ...asked, by: 'mia', agreedBy: ['mia'] },
  'agreed by mia': { ...asked, agreedBy: ['mia'] },
  'agreed by leo': { ...asked, agreedBy: ['leo'] },
  off: { ...asked, policy: 'OFF', status: 'OFF' },
  'not asked': { ...asked, policy: 'ON_REQUEST', status: 'NOT_ASKED' },
  running: { ...asked, status: 'RUNNING', agreedBy: both },
  'paused by leo': { ...asked, status: 'PAUSED', agreedBy: both, pausedBy: ['leo'] },
  'paused by mia': { ...asked, status: 'PAUSED', agreedBy: both, pausedBy: ['mia'] },
  'mia asks leo to go on': {
    ...{ ...asked, status: 'PAUSED', agreedBy: both },
    ...{ pausedBy: ['leo'], resumeAskedBy: 'mia' },
  },
  'leo asks mia to go on': {
    ...{ ...asked, status: 'PAUSED', agreedBy: both },
    ...{ pausedBy: ['mia'], resumeAskedBy: 'leo' },
  },
  'declined by leo': { ...asked, status: 'DECLINED', by: 'leo' },
  'declined by mia': { ...asked, status: 'DECLINED', by: 'mia' },
  'stopped by mia': { ...asked, status: 'WITHDRAWN', by: 'mia' },
} as const satisfies Readonly<Record<string, Consent>>;
type State = keyof typeof states;

/** As Leo sees it, whose mentor is Mia. */
function seen(...consents: readonly Consent[]): ConsentView {
  return { consents, selfId: 'leo', otherName: 'Mia' };
}

const recording = (consent: Consent): Consent => ({ ...consent, kind: 'RECORDING' });

describe('the words of consent', () => {
  const questions: readonly (readonly [State, string | null, string?, string?])[] = [
    ['asked', 'May what you both say be written down?', 'AGREE', 'DECLINE'],
    ['agreed by mia', 'May what you both say be written down?', 'AGREE', 'DECLINE'],
    ['asked by mia', 'Mia would like a transcript of this session.', 'AGREE', 'DECLINE'],
    ['mia asks leo to go on', 'Mia asks to go on the record again.', 'RESUME', 'PAUSE'],
    ['agreed by leo', null],
    ['running', null],
    ['paused by leo', null],
    ['leo asks mia to go on', null],
    ['declined by mia', null],
    ['off', null],
  ];
  for (const [state, heading, yes, no] of questions) {
    it(`ROOM-18 ${state}: ${heading ?? 'nothing'} is asked`, () => {
      const question = questionOf(seen(states[state]));
      expect(question?.heading ?? null).toBe(heading);
      expect(question?.yes.act as string | undefined).toBe(yes);
      expect(question?.no.act as string | undefined).toBe(no);
    });
  }

  it('ROOM-18 says who would write it down before anybody agrees', () => {
    const engine = 'Gemini, at Google';
    expect(questionOf(seen({ ...asked, engine }))?.text).toMatch(
      /^It is written down by Gemini, at Google\. It only runs if you and Mia agree\./,
    );
    expect(questionOf(seen(asked))?.text).toMatch(/^It only runs/);
  });

  const signs: readonly (readonly [State, string | null, string?])[] = [
    ['asked', null],
    ['agreed by mia', null],
    ['agreed by leo', 'Waiting for Mia', 'Do not ask for a transcript any more'],
    ['running', 'Transcript', 'Off the record, Stop the transcript'],
    ['paused by leo', 'Off the record', 'Go on the record, Stop the transcript'],
    ['paused by mia', 'Off the record', 'Ask Mia to go on the record, Stop the transcript'],
    ['leo asks mia to go on', 'Off the record', 'Stop the transcript'],
    ['declined by mia', null],
    ['stopped by mia', null],
    ['off', null],
  ];
  for (const [state, text, choices] of signs) {
    it(`ROOM-18 ${state}: the sign says ${text ?? 'nothing'}`, () => {
      const view = seen(states[state]);
      expect(signOf(view, 'Scripted')?.text ?? null).toBe(text);
      const labels = choicesOf(view).map(({ label }) => label);
      expect(labels.join(', ')).toBe(choices ?? '');
    });
  }

  it('ROOM-18 the sign names the engine, and does not say that something runs before it does', () => {
    const view = seen(states.running);
    expect(signOf(view, 'Scripted')).toEqual({
      ...{ state: 'running', text: 'Transcript', by: 'Scripted' },
    });
    expect(signOf(view, null)).toEqual({ state: 'waiting', text: 'Transcript agreed', by: '' });
    const two = seen(states.running, recording(states.running));
    expect(signOf(two, null)?.text).toBe('Transcript and recording');
    expect(choicesOf(two)[0]).toEqual({
      ...{ label: 'Off the record', act: 'PAUSE', kinds: ['TRANSCRIPT', 'RECORDING'] },
    });
  });

  const reasons: readonly (readonly [State, string, boolean])[] = [
    ['off', 'There is no transcript in this session.', false],
    ['not asked', 'Nobody has asked for a transcript yet.', true],
    ['asked', 'The transcript begins when you both agree.', false],
    ['agreed by leo', 'Waiting for Mia to agree to the transcript.', false],
    ['declined by leo', 'You did not agree to a transcript.', true],
    ['declined by mia', 'Mia did not agree to a transcript.', true],
    ['stopped by mia', 'Mia stopped the transcript.', true],
    ['paused by leo', 'Off the record: you paused the transcript.', false],
    ['paused by mia', 'Off the record: Mia paused the transcript.', false],
    ['running', '', false],
  ];
  for (const [state, reason, isRequestable] of reasons) {
    it(`ROOM-18 ${state}: the panel says why it is empty`, () => {
      expect(reasonOf(states[state], seen())).toBe(reason);
      expect(canRequest(states[state])).toBe(isRequestable);
    });
  }

  it('ROOM-18 says before the call what is asked in it', () => {
    expect(policyText([states.asked, recording(states['not asked'])])).toBe(
      'You are both asked about a transcript, and either of you can ask for a recording. Nothing runs unless you both agree.',
    );
    expect(policyText([states['not asked']])).toBe(
      'Either of you can ask for a transcript. Nothing runs unless you both agree.',
    );
    expect(policyText([states.off])).toBe('');
  });

  const news: readonly (readonly [State, State, string])[] = [
    ['agreed by leo', 'running', 'You both agreed to the transcript'],
    ['running', 'paused by leo', 'You are off the record'],
    ['running', 'paused by mia', 'Mia went off the record'],
    ['paused by mia', 'running', 'Back on the record'],
    ['running', 'stopped by mia', 'Mia stopped the transcript'],
    ['asked', 'declined by mia', 'Mia did not agree to the transcript'],
    ['asked', 'declined by leo', ''],
    ['asked', 'agreed by mia', ''],
    ['running', 'running', ''],
  ];
  for (const [before, after, text] of news) {
    it(`ROOM-18 from ${before} to ${after} it is said: ${text || 'nothing'}`, () => {
      expect(consentNews(seen(states[before]), seen(states[after]))).toBe(text);
    });
  }
});
