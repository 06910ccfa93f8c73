import { summaryText } from './summary';

describe('summaryText', () => {
  it('PRE-8 says all that was found, a line each', () => {
    const text = summaryText({
      at: '2030-03-04T12:00:00.000Z',
      browser: 'Firefox 140, Linux',
      devices: [
        { name: 'Camera', text: 'works (Front camera)' },
        { name: 'Microphone', text: 'Your microphone was not found.' },
      ],
      network: [
        { name: 'Media over UDP', words: { verdict: 'Working', figures: 'connected in 41 ms' } },
        { name: 'Media over TCP', words: { verdict: 'Not working', figures: '' } },
        { name: 'Upload speed', words: null },
      ],
    });
    expect(text.split('\n')).toEqual([
      'PeerLearn, Test Audio/Video, 2030-03-04T12:00:00.000Z',
      'Browser: Firefox 140, Linux',
      'Camera: works (Front camera)',
      'Microphone: Your microphone was not found.',
      'Media over UDP: Working (connected in 41 ms)',
      'Media over TCP: Not working',
      'Upload speed: not tried',
    ]);
  });
});
