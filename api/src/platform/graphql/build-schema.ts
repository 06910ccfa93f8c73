import { type GraphQLSchema, lexicographicSortSchema } from 'graphql';
import { buildSchemaSync } from 'type-graphql';
import type { Instances, ResolverClass } from './instances.ts';

/** type-graphql asks for this although our streams are generators of their own. */
const noPubSub = {
  publish: () => undefined,
  subscribe: () => {
    throw new Error('a subscription has to say where its stream comes from');
  },
};

/** The schema of these resolver classes, in alphabetical order so that its print is stable. */
export function buildApiSchema(resolvers: readonly ResolverClass[]): GraphQLSchema {
  const [first, ...others] = resolvers;
  if (!first) throw new Error('a schema needs a resolver');
  const schema = buildSchemaSync({
    resolvers: [first, ...others],
    container: ({ context }: { context: { instances: Instances } }) => ({
      get: (type: ResolverClass) => context.instances.get(type),
    }),
    pubSub: noPubSub,
    validate: false,
  });
  return lexicographicSortSchema(schema);
}
