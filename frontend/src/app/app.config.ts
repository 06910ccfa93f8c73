import { type ApplicationConfig, provideBrowserGlobalErrorListeners } from '@angular/core';
import {
  RouteReuseStrategy,
  provideRouter,
  withComponentInputBinding,
  withPreloading,
} from '@angular/router';
import { routes } from './app.routes';
import { provideNotifications } from './notifications/provide-notifications';
import { provideGraphql } from './platform/graphql-client';
import { PageOfAddress } from './platform/page-of-address';
import { PagePrefetch } from './platform/page-prefetch';

export const appConfig: ApplicationConfig = {
  providers: [
    provideBrowserGlobalErrorListeners(),
    provideRouter(routes, withComponentInputBinding(), withPreloading(PagePrefetch)),
    { provide: RouteReuseStrategy, useClass: PageOfAddress },
    provideGraphql(),
    provideNotifications(),
  ],
};
