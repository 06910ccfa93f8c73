import type { Consent } from './consent-view';

/** What the course of a session has, in words, for who is about to enter; empty where nothing is asked. */
export function policyText(consents: readonly Consent[]): string {
  const asked = consents.filter(({ policy }) => policy === 'ALWAYS_ASK').map(nounOf);
  const offered = consents.filter(({ policy }) => policy === 'ON_REQUEST').map(nounOf);
  const parts = [
    ...(asked.length > 0 ? [`You are both asked about a ${asked.join(' and a ')}`] : []),
    ...(offered.length > 0 ? [`either of you can ask for a ${offered.join(' or a ')}`] : []),
  ];
  if (parts.length === 0) return '';
  const text = parts.join(', and ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}. Nothing runs unless you both agree.`;
}

function nounOf({ kind }: Consent): string {
  return kind.toLowerCase();
}
