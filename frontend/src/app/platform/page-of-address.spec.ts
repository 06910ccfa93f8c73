import { Component, input } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { RouteReuseStrategy, provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { PageOfAddress } from './page-of-address';

@Component({ selector: 'pl-test-page', template: '' })
class TestPage {
  readonly id = input('');
}

describe('PageOfAddress', () => {
  let harness: RouterTestingHarness;

  beforeEach(async () => {
    TestBed.configureTestingModule({
      providers: [
        provideRouter([{ path: 'session/:id', component: TestPage }], withComponentInputBinding()),
        { provide: RouteReuseStrategy, useClass: PageOfAddress },
      ],
    });
    harness = await RouterTestingHarness.create();
  });

  it('PRE-5 another session is another page', async () => {
    const first = await harness.navigateByUrl('/session/1', TestPage);
    const second = await harness.navigateByUrl('/session/2', TestPage);
    expect(second).not.toBe(first);
    expect(second.id()).toBe('2');
  });

  it('PRE-5 the same session stays the page that it is', async () => {
    const first = await harness.navigateByUrl('/session/1', TestPage);
    expect(await harness.navigateByUrl('/session/1?from=mail', TestPage)).toBe(first);
  });
});
