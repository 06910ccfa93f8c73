import { withNonce } from './web-app.ts';

describe('withNonce', () => {
  it('OPS gives Angular and every tag of the page the nonce', () => {
    const page =
      '<style>a{}</style><app-root></app-root><script src="x.js" type="module"></script>';
    expect(withNonce(page, 'N')).toBe(
      '<style nonce="N">a{}</style><app-root ngCspNonce="N"></app-root>' +
        '<script nonce="N" src="x.js" type="module"></script>',
    );
  });

  it('OPS takes the place of one that was built in', () => {
    expect(withNonce('<app-root ngCspNonce="__CSP_NONCE__">', 'N')).toBe(
      '<app-root ngCspNonce="N">',
    );
    expect(withNonce('<script nonce="old">', 'N')).toBe('<script nonce="N">');
  });
});
