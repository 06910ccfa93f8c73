import {
  ApplicationRef,
  DestroyRef,
  type ElementRef,
  EnvironmentInjector,
  Injector,
  type Signal,
  createComponent,
  inject,
} from '@angular/core';
import { PictureInPicture } from './picture-in-picture';

interface Around {
  /** Where the large picture is. */
  readonly stage: Signal<ElementRef<HTMLElement>>;
  /** The person wants to leave from there. */
  readonly leave: () => void;
}

/** Lets the call float above other pages as long as its stage exists. To be called where things can be injected. */
export function floatCall({ stage, leave }: Around): PictureInPicture {
  const floating = inject(PictureInPicture);
  const application = inject(ApplicationRef);
  const elementInjector = inject(Injector);
  const environmentInjector = inject(EnvironmentInjector);
  const stop = floating.offer({
    video: () => stage().nativeElement.querySelector<HTMLVideoElement>('.large video'),
    fill: async (into) => {
      const { FloatingView } = await import('./floating-view');
      const hostElement = into.body.appendChild(into.createElement('pl-floating-view'));
      const view = createComponent(FloatingView, {
        hostElement,
        elementInjector,
        environmentInjector,
      });
      view.instance.leave.subscribe(() => {
        floating.close();
        window.focus();
        leave();
      });
      application.attachView(view.hostView);
      view.changeDetectorRef.detectChanges();
      return () => {
        view.destroy();
      };
    },
  });
  inject(DestroyRef).onDestroy(stop);
  return floating;
}
