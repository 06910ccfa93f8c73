import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  parse,
  specifiedRules,
  validate,
  visit,
} from 'graphql';
import { costFault, depthRule, limits, type Operation } from './limits.ts';

/** So many documents are remembered; those that were not used for the longest time go first. */
const mostKnown = 500;
/** Longer ones are no page's own, and are checked each time. */
const longestKnown = 10_000;

const rules = [...specifiedRules, depthRule];

type Asked = Pick<Operation, 'operationName' | 'variables'> & { readonly query: string };

interface Known {
  readonly document: DocumentNode;
  /** What it costs was found to be fair, and no variable can change that. */
  readonly isFair: boolean;
}

/** Parses and checks what is asked; a page asks the same again and again, which is done once. */
export class KnownDocuments {
  private readonly known = new Map<string, Known>();

  constructor(private readonly schema: GraphQLSchema) {}

  get count(): number {
    return this.known.size;
  }

  /** The document, or what is wrong with it. */
  read({ query, operationName, variables }: Asked): DocumentNode | readonly GraphQLError[] {
    const known = this.known.get(query);
    const document = known?.document ?? this.check(query);
    if (!('kind' in document)) return document;
    const { schema } = this;
    const fault = known?.isFair ? null : costFault({ schema, document, operationName, variables });
    this.remember(query, known ?? { document, isFair: !fault && isCostFixed(document) });
    return fault ? [fault] : document;
  }

  private check(query: string): DocumentNode | readonly GraphQLError[] {
    const document = parseSafely(query);
    if (document instanceof GraphQLError) return [document];
    const faults = validate(this.schema, document, rules);
    return faults.length > 0 ? faults : document;
  }

  private remember(query: string, known: Known): void {
    if (query.length > longestKnown) return;
    this.known.delete(query);
    this.known.set(query, known);
    if (this.known.size <= mostKnown) return;
    const [oldest] = this.known.keys();
    if (oldest !== undefined) this.known.delete(oldest);
  }
}

/** Whether there is one operation, and no list or branch of it whose size is a variable. */
function isCostFixed(document: DocumentNode): boolean {
  let operations = 0;
  let isFixed = true;
  visit(document, {
    OperationDefinition: () => {
      operations += 1;
    },
    Argument: ({ name, value }) => {
      const isSize = ['first', 'if'].includes(name.value);
      if (isSize && value.kind === Kind.VARIABLE) isFixed = false;
    },
  });
  return operations === 1 && isFixed;
}

function parseSafely(query: string): DocumentNode | GraphQLError {
  try {
    return parse(query, { maxTokens: limits.tokens });
  } catch (error) {
    if (error instanceof GraphQLError) return error;
    throw error;
  }
}
