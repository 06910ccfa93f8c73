import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { aViewer, isoAt } from '../testing/builders';
import { Scene } from '../testing/scene';
import { settled } from '../testing/screen';
import { ViewerDocument } from './account-operations';
import { ViewerStore } from './viewer-store';
import { notSignedIn, signedIn } from './signed-in-guard';

@Component({ selector: 'pl-stand-in', template: '' })
class StandIn {}

describe('signedIn', () => {
  let scene: Scene;

  beforeEach(() => {
    scene = new Scene();
    TestBed.inject(Router).resetConfig([
      { path: 'sign-in', component: StandIn },
      { path: '**', component: StandIn, canActivate: [signedIn] },
    ]);
  });

  async function visit(url: string): Promise<string> {
    await RouterTestingHarness.create(url);
    return TestBed.inject(Router).url;
  }

  function answerNobody(): void {
    scene.graphql.answer(ViewerDocument, () => ({ viewer: null, serverTime: isoAt(0) }));
  }

  it('OPS lets in who is signed in, without asking again', async () => {
    await scene.signIn();
    expect(await visit('/session/1')).toBe('/session/1');
    expect(scene.graphql.calls(ViewerDocument).length).toBe(1);
  });

  it('OPS sends others to sign in and remembers where they wanted to go', async () => {
    answerNobody();
    expect(await visit('/session/1')).toBe('/sign-in?next=%2Fsession%2F1');
  });

  it('OPS needs to remember nothing of the dashboard', async () => {
    answerNobody();
    expect(await visit('/')).toBe('/sign-in');
  });

  it('FAIL-8 knows who is there as soon as the server can be asked', async () => {
    await visit('/session/1');
    const viewers = TestBed.inject(ViewerStore);
    expect(viewers.viewer()).toBeNull();
    scene.graphql.answer(ViewerDocument, () => ({ viewer: aViewer(), serverTime: isoAt(0) }));
    scene.graphql.askAgain();
    await settled();
    expect(viewers.viewer()).not.toBeNull();
  });

  it('FAIL-10 lets the page say it where the server cannot be asked', async () => {
    expect(await visit('/session/1')).toBe('/session/1');
  });
});

describe('notSignedIn', () => {
  let scene: Scene;

  beforeEach(() => {
    scene = new Scene();
    TestBed.inject(Router).resetConfig([
      { path: 'sign-in', component: StandIn, canActivate: [notSignedIn] },
      { path: '**', component: StandIn },
    ]);
  });

  async function visit(url: string): Promise<string> {
    await RouterTestingHarness.create(url);
    return TestBed.inject(Router).url;
  }

  it('PRE-10 leads whoever is signed in from the used link of a mail to its page', async () => {
    await scene.signIn();
    const used = '/sign-in?next=%2Fsession%2F1%3Fcheck&error=INVALID_TOKEN';
    expect(await visit(used)).toBe('/session/1?check=');
  });

  it('PRE-10 has everybody else sign in first', async () => {
    scene.graphql.answer(ViewerDocument, () => ({ viewer: null, serverTime: isoAt(0) }));
    expect(await visit('/sign-in?next=%2Fsession%2F1')).toBe('/sign-in?next=%2Fsession%2F1');
  });

  it('OPS leaves whoever wants to sign in anew where they are', async () => {
    await scene.signIn();
    expect(await visit('/sign-in')).toBe('/sign-in');
  });

  it('OPS leads nobody to another site', async () => {
    await scene.signIn();
    expect(await visit('/sign-in?next=%2F%2Fevil.example')).toBe('/');
  });
});
