import { shareFaultText } from './share-words';

describe('shareFaultText', () => {
  it('ROOM-3 says how to mend it, and who shares now', () => {
    expect(shareFaultText('blocked', 'Mia')).toContain('Allow it in the settings');
    expect(shareFaultText('taken-over', 'Mia')).toBe(
      'Mia shares a screen now, so yours is no longer shown.',
    );
  });
});
