import type { IncomingHttpHeaders } from 'node:http';
import express, { type Express, type Request, type RequestHandler, type Response } from 'express';
import type { GraphQLSchema } from 'graphql';
import { type HttpEndpoint, httpEndpoint } from '../graphql/http-endpoint.ts';
import { SocketEndpoint, type SocketTiming } from '../graphql/socket-endpoint.ts';
import { MutationLimit } from '../graphql/mutation-limit.ts';
import type { Allowances } from '../allowances/allowances.ts';
import type { Logger } from '../logger.ts';
import type { Metrics } from '../metrics/metrics.ts';
import { metricsPage } from '../metrics/metrics-page.ts';
import { requestMetrics } from '../metrics/request-metrics.ts';
import { clientAddress, type IsTrusted } from './client-address.ts';
import { errorPages } from './error-pages.ts';
import { type HealthCheck, health } from './health.ts';
import { securityHeaders } from './security-headers.ts';
import { noWebApp, webApp } from './web-app.ts';
import { WebServer } from './web-server.ts';

export interface WebOptions<Viewer, Context extends Asked<Viewer>> {
  readonly host: string;
  readonly port: number;
  readonly publicUrl: string;
  readonly webRoot: string | null;
  readonly mediaUrl: string;
  readonly insideMediaUrl: string;
  readonly trustedProxies: readonly string[];
  /** So many sockets of one address may be open that have not said yet who they are. */
  readonly mostUnknownSockets: number;
  /** So many mutations somebody may send in a minute. */
  readonly mostMutations: number;
  readonly allowances: Allowances;
  readonly schema: GraphQLSchema;
  /** Who asks, and the cookies to answer with. */
  readonly viewerOf: (
    headers: IncomingHttpHeaders,
  ) => Promise<{ readonly viewer: Viewer | null; readonly cookies: readonly string[] }>;
  readonly keyOf: (viewer: Viewer) => string;
  /** A word whenever a sign-in of the viewer with this key ends; their sockets then open anew. */
  readonly endingsOf: (key: string, signal: AbortSignal) => AsyncIterable<unknown>;
  readonly contextOf: (viewer: Viewer | null) => Context;
  /** What is answered besides GraphQL and the web app, by path. */
  readonly routes: readonly Route[];
  readonly checks: readonly HealthCheck[];
  readonly metrics: Metrics;
  /** What Prometheus has to show; without it only this machine may read the metrics. */
  readonly metricsToken: string | null;
  readonly logger: Logger;
  readonly socketTiming: Partial<SocketTiming>;
}

/** What is known of whoever asks. */
interface Asked<Viewer> {
  readonly viewer: Viewer | null;
}

interface Route {
  /** The path itself and everything below it. */
  readonly path: string;
  readonly handler: RequestHandler;
}

const graphqlPath = '/graphql';

/** Everything that is served, on one origin. */
export class Web<Viewer, Context extends Asked<Viewer>> implements AsyncDisposable {
  private readonly stack = new AsyncDisposableStack();
  private sockets: SocketEndpoint<NonNullable<Viewer>> | null = null;

  private readonly mutationLimit: MutationLimit;

  constructor(private readonly options: WebOptions<Viewer, Context>) {
    this.mutationLimit = new MutationLimit(options.mostMutations, options.allowances);
  }

  async listen(): Promise<void> {
    const endpoint = this.stack.use(await this.graphqlOverHttp());
    const app = this.express(endpoint);
    const web = new WebServer(app);
    this.stack.use(web);
    // Express compiles the list of proxies into this, which it types as anything.
    const isTrusted = app.get('trust proxy fn') as IsTrusted;
    this.sockets = this.stack.use(this.graphqlOverSockets(web, isTrusted));
    this.options.metrics.gauge(
      'peerlearn_sockets_open',
      'WebSockets that are open.',
      () => this.sockets?.size ?? 0,
    );
    await web.listen(this.options.port, this.options.host);
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.stack.disposeAsync();
  }

  private express(graphql: HttpEndpoint): Express {
    const { options } = this;
    const app = express();
    app.disable('x-powered-by');
    app.set('trust proxy', [...options.trustedProxies]);
    app.use(requestMetrics(options.metrics));
    app.get('/metrics', metricsPage(options.metrics, options.metricsToken, options.logger));
    app.use('/health', health(options.checks, options.logger));
    app.use(...securityHeaders(options));
    for (const { path, handler } of options.routes) app.use(path, handler);
    app.use(graphqlPath, graphql.handler);
    app.use(options.webRoot === null ? noWebApp() : webApp(options.webRoot));
    app.use((_request, response) => {
      response.status(404).type('text').send('There is nothing here.\n');
    });
    app.use(errorPages(options.logger));
    return app;
  }

  private graphqlOverHttp(): Promise<HttpEndpoint> {
    const { schema, logger, metrics, viewerOf, contextOf, keyOf } = this.options;
    const context = async (request: Request, response: Response): Promise<Context> => {
      const { viewer, cookies } = await viewerOf(request.headers);
      for (const cookie of cookies) response.append('Set-Cookie', cookie);
      return contextOf(viewer);
    };
    const { mutationLimit } = this;
    const nameOf = ({ viewer }: Context) => viewer && keyOf(viewer);
    return httpEndpoint({
      ...{ schema, logger, metrics, contextOf: context, keyOf: nameOf, mutationLimit },
    });
  }

  private graphqlOverSockets(
    web: WebServer,
    isTrusted: IsTrusted,
  ): SocketEndpoint<NonNullable<Viewer>> {
    const { schema, logger, publicUrl, viewerOf, keyOf } = this.options;
    const { endingsOf, contextOf, socketTiming } = this.options;
    return new SocketEndpoint<NonNullable<Viewer>>({
      schema,
      logger,
      server: web.server,
      path: graphqlPath,
      origin: new URL(publicUrl).origin,
      personOf: async (request) => (await viewerOf(request.headers)).viewer ?? null,
      keyOf,
      endingsOf,
      contextOf,
      mutationLimit: this.mutationLimit,
      addressOf: (request) => clientAddress(request, isTrusted),
      mostUnknown: this.options.mostUnknownSockets,
      timing: socketTiming,
    });
  }
}
