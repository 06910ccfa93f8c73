import {
  APP_BOOTSTRAP_LISTENER,
  ApplicationRef,
  EnvironmentInjector,
  type Provider,
  inject,
} from '@angular/core';

/** Begins with notifications when the first page stands, so that they do not hold it up. */
export function provideNotifications(): Provider {
  return {
    provide: APP_BOOTSTRAP_LISTENER,
    multi: true,
    useFactory: () => {
      const app = inject(ApplicationRef);
      const injector = inject(EnvironmentInjector);
      return () => {
        void begin(app, injector);
      };
    },
  };
}

async function begin(app: ApplicationRef, injector: EnvironmentInjector): Promise<void> {
  await app.whenStable();
  const { Notifications } = await import('./notifications');
  if (!injector.destroyed) await injector.get(Notifications).install();
}
