import { readinessText } from './readiness-text';

describe('readinessText', () => {
  const fine = { camera: 'OK', microphone: 'OK', speaker: 'OK', network: 'OK' } as const;

  it('PRE-8 says that the other is ready', () => {
    expect(readinessText('Ana Lima', { ...fine, isReady: true })).toEqual({
      text: 'Ana is ready',
      tone: 'good',
    });
    expect(readinessText('Ana', { ...fine, camera: 'SKIPPED', isReady: true })?.text).toBe(
      'Ana is ready',
    );
  });

  it('FAIL-3 says what fails the other', () => {
    const one = { ...fine, microphone: 'PROBLEM', isReady: false } as const;
    expect(readinessText('Ana Lima', one)).toEqual({
      text: 'Ana’s microphone still fails',
      tone: 'warn',
    });
    const two = { ...one, network: 'PROBLEM' } as const;
    expect(readinessText('Ana Lima', two)?.text).toBe('Ana’s microphone and connection still fail');
  });

  it('PRE-8 says nothing of who has not tried', () => {
    expect(readinessText('Ana Lima', null)).toBeNull();
  });
});
