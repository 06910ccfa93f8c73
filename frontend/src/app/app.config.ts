import { type ApplicationConfig, provideBrowserGlobalErrorListeners } from '@angular/core';
import {
  RouteReuseStrategy,
  TitleStrategy,
  provideRouter,
  withComponentInputBinding,
  withPreloading,
} from '@angular/router';
import { routes } from './app.routes';
import { provideNotifications } from './notifications/provide-notifications';
import { PageOfAddress } from './platform/page-of-address';
import { PagePrefetch } from './platform/page-prefetch';
import { PageTitle } from './platform/page-title';

export const appConfig: ApplicationConfig = {
  providers: [
    provideBrowserGlobalErrorListeners(),
    provideRouter(routes, withComponentInputBinding(), withPreloading(PagePrefetch)),
    { provide: RouteReuseStrategy, useClass: PageOfAddress },
    { provide: TitleStrategy, useExisting: PageTitle },
    provideNotifications(),
  ],
};
