import { consentText } from './consent-text';

describe('consentText', () => {
  it('ROOM-18 says what somebody said, and nothing of anything else', () => {
    expect(consentText('CONSENT_GIVEN', 'TRANSCRIPT')).toBe('agreed to a transcript');
    expect(consentText('CONSENT_WITHDRAWN', 'RECORDING')).toBe('stopped the recording');
    expect(consentText('HAND_RAISED', 'TRANSCRIPT')).toBe('');
  });
});
