import { TestBed } from '@angular/core/testing';
import { PushGateway, bytesOf } from './push-gateway';

describe('PushGateway', () => {
  it('PRE-3 reads keys as browsers want them', () => {
    expect([...bytesOf('BP-_AA')]).toEqual([4, 255, 191, 0]);
  });

  it('PRE-3 knows what a real browser has', () => {
    const { facts } = TestBed.inject(PushGateway);
    expect(facts.hasPush).toBeTrue();
    expect(facts.isInstalled).toBeFalse();
    expect(facts.userAgent).toContain('Chrome');
  });

  it('PRE-3 hears of a tap, and only of paths of ours', () => {
    const heard: string[] = [];
    const listening = TestBed.inject(PushGateway).opened.subscribe((path) => heard.push(path));
    const say = (data: unknown) =>
      navigator.serviceWorker.dispatchEvent(new MessageEvent('message', { data }));
    for (const path of ['/session/1', '//evil.test/', '/\\evil.test', 'https://evil.test/', 7]) {
      say({ type: 'open', path });
    }
    for (const data of [null, 'open', { type: 'other', path: '/' }, { type: 'open' }]) say(data);
    listening.unsubscribe();
    expect(heard).toEqual(['/session/1']);
  });
});
