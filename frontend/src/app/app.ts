import { Component, inject } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { GraphqlClient } from './platform/graphql-client';
import { ServerTimeDocument } from './platform/server-clock-operations';

@Component({ selector: 'pl-app', imports: [RouterOutlet], template: '<router-outlet />' })
export class App {
  constructor() {
    void inject(GraphqlClient).query(ServerTimeDocument, {});
  }
}
