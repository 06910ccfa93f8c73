import fc from 'fast-check';
import {
  type ConsentAct,
  type ConsentPolicy,
  type ConsentWord,
  decideConsent,
  replayConsent,
} from './consent.ts';

/** Somebody does something. */
export type Deed = readonly [ConsentAct, 'mia' | 'leo'];

export const acts = ['REQUEST', 'AGREE', 'DECLINE', 'PAUSE', 'RESUME', 'WITHDRAW'] as const;

/** What is said of deeds done a second apart; what is refused, or so already, is not said. */
export function said(policy: ConsentPolicy, deeds: readonly Deed[]): readonly ConsentWord[] {
  const words: ConsentWord[] = [];
  deeds.forEach(([act, personId], second) => {
    const decision = decideConsent(policy, replayConsent(policy, words), { act, personId });
    const type = 'type' in decision ? decision.type : null;
    if (type !== null) words.push({ type, personId, at: second * 1000 });
  });
  return words;
}

export const someDeeds = fc.array(
  fc.tuple(fc.constantFrom(...acts), fc.constantFrom('mia' as const, 'leo' as const)),
  { maxLength: 30 },
);
export const somePolicy = fc.constantFrom('ON_REQUEST' as const, 'ALWAYS_ASK' as const);
