import type { ConsentKind, SessionEventType } from '../../graphql/schema-types';

const words: Partial<Readonly<Record<SessionEventType, (noun: string) => string>>> = {
  CONSENT_ASKED: (noun) => `asked for a ${noun}`,
  CONSENT_GIVEN: (noun) => `agreed to a ${noun}`,
  CONSENT_DECLINED: (noun) => `did not agree to a ${noun}`,
  CONSENT_PAUSED: (noun) => `went off the record (${noun})`,
  CONSENT_RESUMED: (noun) => `wanted to go on the record (${noun})`,
  CONSENT_WITHDRAWN: (noun) => `stopped the ${noun}`,
};

/** What somebody said of a transcript or a recording, to be read behind their name; empty of anything else. */
export function consentText(type: SessionEventType, kind: ConsentKind): string {
  return words[type]?.(kind.toLowerCase()) ?? '';
}
