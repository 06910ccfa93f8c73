import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import { expressMiddleware } from '@as-integrations/express5';
import { type Request, type RequestHandler, type Response, Router, json } from 'express';
import { GraphQLError, type GraphQLSchema } from 'graphql';
import type { Logger } from '../logger.ts';
import { costFault, depthRule, limits } from './limits.ts';
import type { Metrics } from '../metrics/metrics.ts';
import { maskError, openPart } from './mask-error.ts';
import type { MutationLimit } from './mutation-limit.ts';
import { operationMetrics } from './operation-metrics.ts';

export interface GraphQLEndpoint<C extends object> {
  readonly schema: GraphQLSchema;
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly contextOf: (request: Request, response: Response) => Promise<C>;
  /** Names whoever asks for counting what they do; `null` where they are not signed in. */
  readonly keyOf: (context: C) => string | null;
  readonly mutationLimit: MutationLimit;
}

/** GraphQL over HTTP, and its end. */
export interface HttpEndpoint extends AsyncDisposable {
  readonly handler: RequestHandler;
}

const maxBody = '256kb';

export async function httpEndpoint<C extends object>(
  endpoint: GraphQLEndpoint<C>,
): Promise<HttpEndpoint> {
  const { schema, logger, metrics } = endpoint;
  const server = new ApolloServer<C>({
    schema,
    introspection: true,
    csrfPrevention: true,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    validationRules: [depthRule],
    parseOptions: { maxLexicalTokens: limits.tokens },
    plugins: [
      ApolloServerPluginLandingPageDisabled(),
      costLimit(schema),
      mutationLimit(endpoint),
      retryAfter(),
      operationMetrics(metrics),
    ],
    formatError: (formatted, error) => {
      const located = error instanceof GraphQLError ? error : new GraphQLError(formatted.message);
      const code = formatted.extensions?.['code'];
      return maskError(withCode(located, code), { logger });
    },
  });
  await server.start();
  const router = Router();
  router.use(json({ limit: maxBody }));
  router.use(
    expressMiddleware(server, {
      context: ({ req, res }) => endpoint.contextOf(req, res),
    }),
  );
  return { handler: router, [Symbol.asyncDispose]: () => server.stop() };
}

/** Apollo names its own refusals on the formatted error only. */
function withCode(error: GraphQLError, code: unknown): GraphQLError {
  if (error.extensions['code'] !== undefined || code === 'INTERNAL_SERVER_ERROR') return error;
  return openPart(error, code);
}

/** Without a status of its own Apollo takes what a plugin throws for a fault of the server. */
function asRefusal({ message, ...fault }: GraphQLError): GraphQLError {
  return new GraphQLError(message, {
    nodes: fault.nodes ?? null,
    extensions: { ...fault.extensions, http: { status: 400 } },
  });
}

function costLimit<C extends object>(schema: GraphQLSchema): ApolloServerPlugin<C> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        didResolveOperation({ document, request, operationName }) {
          const fault = costFault({
            schema,
            document,
            operationName,
            variables: request.variables,
          });
          return fault ? Promise.reject(asRefusal(fault)) : Promise.resolve();
        },
      }),
  };
}

function mutationLimit<C extends object>(endpoint: GraphQLEndpoint<C>): ApolloServerPlugin<C> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        async didResolveOperation({ document, operationName, contextValue }) {
          const key = endpoint.keyOf(contextValue);
          const refusal =
            key && (await endpoint.mutationLimit.refuse(key, document, operationName));
          if (refusal) throw refusal;
        },
      }),
  };
}

/** What comes too often has the status and the header that programs know which have never heard of GraphQL. */
function retryAfter<C extends object>(): ApolloServerPlugin<C> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        willSendResponse({ errors = [], response: { http, body } }) {
          const waits = errors.map(({ extensions }) => extensions['retryAfterSeconds']);
          const seconds = Math.max(0, ...waits.filter((wait) => typeof wait === 'number'));
          if (seconds === 0) return Promise.resolve();
          http.headers.set('retry-after', String(seconds));
          // Where some of what was asked for was done, the answer is one.
          const isRefused = body.kind === 'single' && !body.singleResult.data;
          if (isRefused) http.status = 429;
          return Promise.resolve();
        },
      }),
  };
}
