import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  type SelectionSetNode,
  type ValidationContext,
  type ASTVisitor,
} from 'graphql';
import {
  type ComplexityEstimator,
  fieldExtensionsEstimator,
  getComplexity,
  simpleEstimator,
  // Its other form brings a second copy of graphql.
} from 'graphql-query-complexity/cjs';
import { openPart } from './mask-error.ts';

/** What one operation may ask for at most. */
export const limits = { tokens: 2000, depth: 12, cost: 10_000 } as const;

/** A list costs as often as the `first` that it is asked for. */
const listEstimator: ComplexityEstimator = ({ args, childComplexity }) => {
  const first: unknown = args['first'];
  return typeof first === 'number' ? 1 + Math.max(1, first) * childComplexity : undefined;
};

export interface Operation {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operationName?: string | null | undefined;
  readonly variables?: Record<string, unknown> | null | undefined;
}

/** Why the operation is refused, as too expensive or for a variable that is not possible, or `null`. */
export function costFault(operation: Operation): GraphQLError | null {
  try {
    const cost = costOf(operation);
    if (cost <= limits.cost) return null;
    return refusal(`This asks for too much at once: ${String(cost)} of ${String(limits.cost)}.`);
  } catch (error) {
    // What it costs depends on the variables, so they are read here before they are for the answer.
    if (error instanceof GraphQLError) return openPart(error, 'BAD_USER_INPUT');
    throw error;
  }
}

function costOf(operation: Operation): number {
  return getComplexity({
    schema: operation.schema,
    query: operation.document,
    variables: operation.variables ?? {},
    ...(operation.operationName ? { operationName: operation.operationName } : {}),
    estimators: [
      fieldExtensionsEstimator(),
      listEstimator,
      simpleEstimator({ defaultComplexity: 1 }),
    ],
  });
}

/** Refuses operations that are nested too deeply. graphql-js itself bounds introspection. */
export function depthRule(context: ValidationContext): ASTVisitor {
  return {
    OperationDefinition(operation) {
      if (depthOf(operation.selectionSet, context, []) <= limits.depth) return;
      const message = `This is nested too deeply: more than ${String(limits.depth)} levels.`;
      context.reportError(refusal(message));
    },
  };
}

function depthOf(
  selectionSet: SelectionSetNode,
  context: ValidationContext,
  within: readonly string[],
): number {
  const depths = selectionSet.selections.map((selection) => {
    if (selection.kind === Kind.INLINE_FRAGMENT) {
      return depthOf(selection.selectionSet, context, within);
    }
    if (selection.kind === Kind.FRAGMENT_SPREAD) return spreadDepth(selection.name.value);
    if (selection.name.value.startsWith('__') || !selection.selectionSet) return 1;
    return 1 + depthOf(selection.selectionSet, context, within);
  });
  return Math.max(0, ...depths);

  function spreadDepth(name: string): number {
    const fragment = context.getFragment(name);
    // Fragments in a circle are refused by another rule.
    if (!fragment || within.includes(name)) return 0;
    return depthOf(fragment.selectionSet, context, [...within, name]);
  }
}

function refusal(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } });
}
