import { TestBed } from '@angular/core/testing';
import { FakePageLife } from '../../testing/fake-platform';
import { PageLife } from '../../platform/page-life';
import { settled } from '../../testing/screen';
import { PictureInPicture } from './picture-in-picture';

interface WithPages {
  documentPictureInPicture?: unknown;
}

describe('PictureInPicture', () => {
  const page = new FakePageLife();
  const view = window as unknown as WithPages;
  const before = Object.getOwnPropertyDescriptor(view, 'documentPictureInPicture');
  let frame: HTMLIFrameElement;
  let pip: PictureInPicture;
  let minimise: (() => void) | null;
  const emptied: string[] = [];

  beforeEach(() => {
    emptied.length = 0;
    frame = document.body.appendChild(document.createElement('iframe'));
    const floated = frame.contentWindow;
    if (!floated) throw new Error('There is no window to float.');
    spyOn(floated, 'close').and.callFake(() => {
      floated.dispatchEvent(new Event('pagehide'));
    });
    const pages = { requestWindow: () => Promise.resolve(floated) };
    Object.defineProperty(view, 'documentPictureInPicture', { configurable: true, value: pages });
    spyOn(navigator.mediaSession, 'setActionHandler').and.callFake((_action, handler) => {
      minimise = handler as () => void;
    });
    TestBed.configureTestingModule({ providers: [{ provide: PageLife, useValue: page }] });
    pip = TestBed.inject(PictureInPicture);
  });

  afterEach(() => {
    frame.remove();
    delete view.documentPictureInPicture;
    if (before) Object.defineProperty(view, 'documentPictureInPicture', before);
  });

  function offer(): () => void {
    return pip.offer({
      video: () => null,
      fill: (into) => {
        into.body.textContent = 'The call';
        return Promise.resolve(() => emptied.push('emptied'));
      },
    });
  }

  it('ROOM-14 floats with the look of the page, and comes back', async () => {
    offer();
    expect(pip.can()).toBe(true);
    await pip.toggle();
    expect(pip.isOpen()).toBe(true);
    expect(frame.contentDocument?.body.textContent).toBe('The call');
    expect(frame.contentDocument?.adoptedStyleSheets.length).toBe(1);
    await pip.toggle();
    await settled();
    expect(pip.isOpen()).toBe(false);
    expect(emptied).toEqual(['emptied']);
  });

  it('ROOM-14 floats by itself when the page is covered, and goes when it is looked at', async () => {
    offer();
    minimise?.();
    await settled();
    expect(pip.isOpen()).toBe(true);
    page.returns.next();
    expect(pip.isOpen()).toBe(false);
  });

  it('ROOM-14 stays when the person opened it and looks at the page', async () => {
    offer();
    await pip.toggle();
    page.returns.next();
    expect(pip.isOpen()).toBe(true);
    pip.close();
  });

  it('ROOM-14 goes with the stage', async () => {
    const stop = offer();
    await pip.toggle();
    stop();
    expect(pip.isOpen()).toBe(false);
    expect(minimise).toBeNull();
  });
});
