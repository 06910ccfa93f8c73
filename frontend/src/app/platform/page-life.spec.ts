import { TestBed } from '@angular/core/testing';
import { PageLife } from './page-life';

describe('PageLife', () => {
  let page: PageLife;

  beforeEach(() => {
    page = TestBed.inject(PageLife);
  });

  const rows: readonly [
    name: string,
    event: string,
    news: 'leaves' | 'losesNetwork' | 'returns',
  ][] = [
    ['FAIL-5 tells that the page goes away', 'pagehide', 'leaves'],
    ['FAIL-8 tells that the network is gone', 'offline', 'losesNetwork'],
    ['FAIL-8 tells that the network is back', 'online', 'returns'],
    ['FAIL-8 tells that the page is shown again', 'pageshow', 'returns'],
  ];
  for (const [name, event, news] of rows) {
    it(name, () => {
      let count = 0;
      const listening = page[news].subscribe(() => count++);
      window.dispatchEvent(new Event(event));
      listening.unsubscribe();
      window.dispatchEvent(new Event(event));
      expect(count).toBe(1);
    });
  }

  it('FAIL-8 tells that somebody looks at the page again, not that they look away', () => {
    let count = 0;
    const listening = page.returns.subscribe(() => count++);
    const state = spyOnProperty(document, 'visibilityState').and.returnValue('hidden');
    document.dispatchEvent(new Event('visibilitychange'));
    expect(count).toBe(0);
    state.and.returnValue('visible');
    document.dispatchEvent(new Event('visibilitychange'));
    listening.unsubscribe();
    expect(count).toBe(1);
  });
});
