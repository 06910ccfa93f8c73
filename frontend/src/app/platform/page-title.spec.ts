import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Router, TitleStrategy, provideRouter } from '@angular/router';
import { PageTitle } from './page-title';

@Component({ selector: 'pl-some-page', template: '' })
class SomePage {}

describe('PageTitle', () => {
  let router: Router;
  let title: PageTitle;
  const before = document.title;

  beforeEach(() => {
    TestBed.configureTestingModule({
      providers: [
        provideRouter([
          { path: 'a', title: 'A · PeerLearn', component: SomePage },
          { path: 'b', component: SomePage },
        ]),
        { provide: TitleStrategy, useExisting: PageTitle },
      ],
    });
    router = TestBed.inject(Router);
    title = TestBed.inject(PageTitle);
  });

  afterEach(() => {
    document.title = before;
  });

  it('PRE-1 is the page’s own, unless something is urgent, also on the next page', async () => {
    await router.navigateByUrl('/a');
    expect(document.title).toBe('A · PeerLearn');
    title.show('4:59 · Fractions · PeerLearn');
    expect(document.title).toBe('4:59 · Fractions · PeerLearn');
    await router.navigateByUrl('/b');
    expect(document.title).toBe('4:59 · Fractions · PeerLearn');
    title.show(null);
    expect(document.title).toBe('PeerLearn');
  });
});
