import {
  ApplicationRef,
  DestroyRef,
  EnvironmentInjector,
  Injector,
  createComponent,
  inject,
} from '@angular/core';
import { PictureInPicture } from './picture-in-picture';

interface Around {
  /** The large picture. */
  readonly video: () => HTMLVideoElement | null;
  /** The person wants to leave from there. */
  readonly leave: () => void;
}

/** Lets the call float above other pages as long as its stage exists. To be called where things can be injected. */
export function floatCall({ video, leave }: Around): void {
  const floating = inject(PictureInPicture);
  const application = inject(ApplicationRef);
  const elementInjector = inject(Injector);
  const environmentInjector = inject(EnvironmentInjector);
  const stop = floating.offer({
    video,
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
}
