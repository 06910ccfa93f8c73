import { composeLetter } from './letter.ts';

const letter = {
  to: 'leo@peerlearn.example',
  subject: 'Session cancelled',
  greeting: 'Hello Leo,',
  headline: 'Session cancelled: <Sums>',
  paragraphs: ['Maya & you.', 'Course: Algebra'],
  links: [
    { label: 'See your sessions', url: 'https://learn.example/?a=1&b=2' },
    { label: 'Test first', url: 'https://learn.example/test' },
  ],
  closing: 'The links sign you in.',
  footer: { label: 'Change your reminders', url: 'https://learn.example/settings' },
} as const;

describe('composeLetter', () => {
  it('PRE-10 writes a text that reads without HTML, with what is no part of it behind the signature', () => {
    expect(composeLetter(letter).text).toBe(`Hello Leo,

Session cancelled: <Sums>

Maya & you.

Course: Algebra

See your sessions:
https://learn.example/?a=1&b=2

Test first:
https://learn.example/test

The links sign you in.

-- 
PeerLearn

Change your reminders:
https://learn.example/settings
`);
  });

  it('PRE-10 writes HTML in which no word is markup, the first link is the button and is spelled out', () => {
    const { html } = composeLetter(letter);
    expect(html).toContain('>Session cancelled: &lt;Sums&gt;</h1>');
    expect(html).toContain('Maya &amp; you.');
    const address = 'https://learn.example/?a=1&amp;b=2';
    expect(html.split(`href="${address}"`).length - 1).toBe(2);
    expect(html).toContain(`>${address}</a>`);
    expect(html.split('href="https://learn.example/test"').length - 1).toBe(1);
    expect(html).not.toContain('undefined');
  });

  it('PRE-10 leaves out what a letter does not have', () => {
    const { html, text } = composeLetter({
      to: letter.to,
      subject: 'Sign in',
      headline: 'Welcome back!',
      paragraphs: ['This link signs you in.'],
      links: [{ label: 'Sign in', url: 'https://learn.example/link' }],
      closing: 'If you did not ask for this, you need not do anything.',
    });
    expect(text.startsWith('Welcome back!\n\nThis link')).toBeTrue();
    expect(text.endsWith('-- \nPeerLearn\n')).toBeTrue();
    expect(html).not.toContain('undefined');
    expect(html).not.toContain('settings');
  });
});
