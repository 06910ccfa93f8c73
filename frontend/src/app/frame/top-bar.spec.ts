import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { expectAccessible } from '../testing/accessibility';
import { Scene } from '../testing/scene';
import { show, textOf } from '../testing/screen';
import { type AuthAnswer, AuthClient } from '../account/auth-client';
import { TopBar } from './top-bar';
import { ViewerStore } from '../account/viewer-store';

describe('TopBar', () => {
  let scene: Scene;
  let goodbyes: number;
  let answer: AuthAnswer;

  beforeEach(() => {
    goodbyes = 0;
    answer = 'done';
    const signOut = () => {
      goodbyes++;
      return Promise.resolve(answer);
    };
    scene = new Scene({ provide: AuthClient, useValue: { signOut } });
  });

  it('PRE-12 leads to the sessions', async () => {
    const screen = await show(TopBar);
    expect(screen.get('link', 'PeerLearn, to your sessions').getAttribute('href')).toBe('/');
    await expectAccessible(screen);
  });

  it('OPS offers no account where nobody is signed in', async () => {
    expect((await show(TopBar)).has('button', /your account/)).toBe(false);
  });

  it('OPS says who is signed in, and signs out', async () => {
    await scene.signIn();
    scene.storage.write('own.chat-draft.session-1', 'a secret');
    const screen = await show(TopBar);
    expect(screen.text).toContain('Leo Learner');
    await expectAccessible(screen);
    await screen.press('button', 'Leo Learner, your account');
    await screen.press('button', 'Sign out');
    expect(goodbyes).toBe(1);
    expect(TestBed.inject(ViewerStore).viewer()).toBeNull();
    expect(TestBed.inject(Router).url).toBe('/sign-in');
    expect(scene.storage.read('own.chat-draft.session-1')).toBeNull();
  });

  for (const failure of ['unreachable', 'too-many'] as const) {
    it(`OPS lets nobody believe to be signed out who is not: ${failure}`, async () => {
      await scene.signIn();
      answer = failure;
      const screen = await show(TopBar);
      await screen.press('button', 'Leo Learner, your account');
      await screen.press('button', 'Sign out');
      expect(textOf(screen.get('alert'))).toContain('You are still signed in');
      expect(TestBed.inject(ViewerStore).viewer()).not.toBeNull();
      await expectAccessible(screen);
    });
  }
});
