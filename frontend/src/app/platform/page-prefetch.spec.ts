import { TestBed } from '@angular/core/testing';
import { of } from 'rxjs';
import { PagePrefetch } from './page-prefetch';

describe('PagePrefetch', () => {
  it('ROOM-2 loads a page ahead, but only the one that is wanted, and once', () => {
    const prefetch = TestBed.inject(PagePrefetch);
    const loaded: string[] = [];
    for (const path of ['session/:id', 'sign-in']) {
      prefetch
        .preload({ path }, () => {
          loaded.push(path);
          return of(null);
        })
        .subscribe();
    }
    expect(loaded).toEqual([]);
    prefetch.want('session/:id');
    prefetch.want('session/:id');
    expect(loaded).toEqual(['session/:id']);
  });

  it('ROOM-2 loads with it what the page would load by itself', () => {
    const prefetch = TestBed.inject(PagePrefetch);
    const loaded: string[] = [];
    const part = () => {
      loaded.push('part');
      return Promise.resolve();
    };
    prefetch.preload({ path: 'page', data: { parts: [part] } }, () => of(null)).subscribe();
    expect(loaded).toEqual([]);
    prefetch.want('page');
    expect(loaded).toEqual(['part']);
  });
});
