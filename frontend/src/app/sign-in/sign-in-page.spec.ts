import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { expectAccessible } from '../testing/accessibility';
import { aViewer, isoAt } from '../testing/builders';
import { Scene } from '../testing/scene';
import { type Screen, show } from '../testing/screen';
import { ViewerDocument } from '../account/account-operations';
import { type AuthAnswer, AuthClient } from '../account/auth-client';
import { SignInPage } from './sign-in-page';

/** The accounts of a test. */
class FakeAuth {
  answer: AuthAnswer = 'done';
  readonly asked: string[] = [];

  requestLink(email: string, path: string): Promise<AuthAnswer> {
    this.asked.push(`link for ${email} to ${path}`);
    return Promise.resolve(this.answer);
  }

  signIn(email: string, password: string): Promise<AuthAnswer> {
    this.asked.push(`sign in ${email} ${password}`);
    return Promise.resolve(this.answer);
  }
}

describe('SignInPage', () => {
  let scene: Scene;
  let auth: FakeAuth;

  beforeEach(() => {
    auth = new FakeAuth();
    scene = new Scene({ provide: AuthClient, useValue: auth });
    scene.graphql.answer(ViewerDocument, () => ({ viewer: aViewer(), serverTime: isoAt(0) }));
  });

  async function askForLink(screen: Screen<SignInPage>): Promise<void> {
    await screen.type('E-mail', 'leo@example.org');
    await screen.press('button', 'E-mail me a sign-in link');
  }

  async function signInByPassword(screen: Screen<SignInPage>): Promise<void> {
    await screen.press('button', 'Use a password instead');
    await screen.type('E-mail', 'leo@example.org');
    await screen.type('Password', 'secret');
    await screen.press('button', 'Sign in');
  }

  it('OPS is open to everybody', async () => {
    const screen = await show(SignInPage);
    expect(screen.has('heading', 'Welcome to PeerLearn')).toBe(true);
    await expectAccessible(screen);
    await screen.press('button', 'Use a password instead');
    await expectAccessible(screen);
  });

  it('OPS mails a link that leads back to the page that was wanted', async () => {
    const screen = await show(SignInPage, { next: '/session/1' });
    await askForLink(screen);
    expect(auth.asked).toEqual(['link for leo@example.org to /session/1']);
    expect(screen.has('heading', 'Check your mail')).toBe(true);
    expect(screen.get('status').textContent).toContain('leo@example.org');
    await expectAccessible(screen);
  });

  it('OPS sends nothing without an address', async () => {
    const screen = await show(SignInPage);
    await screen.press('button', 'E-mail me a sign-in link');
    expect(auth.asked).toEqual([]);
  });

  it('OPS can send the link to another address', async () => {
    const screen = await show(SignInPage);
    await askForLink(screen);
    await screen.press('button', 'Use another address');
    expect(screen.has('button', 'E-mail me a sign-in link')).toBe(true);
  });

  it('OPS signs in by password and goes where the person wanted to', async () => {
    const screen = await show(SignInPage, { next: '/session/1' });
    await signInByPassword(screen);
    expect(auth.asked).toEqual(['sign in leo@example.org secret']);
    expect(TestBed.inject(Router).url).toBe('/session/1');
  });

  for (const next of ['https://evil.example', '//evil.example', '/\\evil.example']) {
    it(`OPS never leads to another site: ${next}`, async () => {
      const screen = await show(SignInPage, { next });
      await askForLink(screen);
      expect(auth.asked).toEqual(['link for leo@example.org to /']);
    });
  }

  const problems: readonly [answer: AuthAnswer, byLink: string, byPassword: string][] = [
    ['refused', 'That did not work. Check what you typed.', 'E-mail or password is not right.'],
    [
      'too-many',
      'Too many attempts. Wait a minute, then try again.',
      'Too many attempts. Wait a minute, then try again.',
    ],
    ['unreachable', 'Unable to connect. Try again.', 'Unable to connect. Try again.'],
  ];
  for (const [answer, byLink, byPassword] of problems) {
    it(`OPS says what went wrong: ${answer}`, async () => {
      auth.answer = answer;
      const screen = await show(SignInPage);
      await askForLink(screen);
      expect(screen.get('alert').textContent.trim()).toBe(byLink);
      await signInByPassword(screen);
      expect(screen.get('alert').textContent.trim()).toBe(byPassword);
      await expectAccessible(screen);
    });
  }

  it('OPS says that the link of a mail is too old', async () => {
    const screen = await show(SignInPage, { error: 'INVALID_TOKEN' });
    expect(screen.get('alert').textContent).toContain('no longer valid');
  });

  it('FAIL-12 goes on where it cannot be asked who signed in', async () => {
    scene.graphql.refuse(ViewerDocument, 'unreachable');
    const screen = await show(SignInPage, { next: '/session/1' });
    await signInByPassword(screen);
    expect(TestBed.inject(Router).url).toBe('/session/1');
  });
});
