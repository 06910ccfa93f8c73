import {
  type DocumentNode,
  type FragmentDefinitionNode,
  getOperationAST,
  type GraphQLError,
  Kind,
  OperationTypeNode,
  type SelectionSetNode,
} from 'graphql';
import type { Allowances, Quota } from '../allowances/allowances.ts';
import { tooMany } from './errors.ts';

const windowMs = 60_000;

/** How many mutations somebody may send in a minute, whichever they are. */
export class MutationLimit {
  private readonly quota: Quota;

  constructor(
    mostPerMinute: number,
    private readonly allowances: Allowances,
  ) {
    this.quota = { name: 'mutations', most: mostPerMinute, windowMs };
  }

  /** Counts the mutations of a checked document, and gives the refusal where they are too many. */
  async refuse(
    key: string,
    document: DocumentNode,
    name?: string | null,
  ): Promise<GraphQLError | null> {
    const operation = getOperationAST(document, name);
    if (operation?.operation !== OperationTypeNode.MUTATION) return null;
    const count = fieldsOf(operation.selectionSet, document);
    const waitMs = await this.allowances.take(this.quota, key, count);
    return waitMs > 0 ? tooMany(waitMs) : null;
  }
}

/** Mutations of one document are done one after the other, so each counts. */
function fieldsOf({ selections }: SelectionSetNode, document: DocumentNode): number {
  const counts = selections.map((selection) => {
    if (selection.kind === Kind.FIELD) return 1;
    if (selection.kind === Kind.INLINE_FRAGMENT) return fieldsOf(selection.selectionSet, document);
    const fragment = document.definitions.find(
      (one): one is FragmentDefinitionNode =>
        one.kind === Kind.FRAGMENT_DEFINITION && one.name.value === selection.name.value,
    );
    return fragment ? fieldsOf(fragment.selectionSet, document) : 0;
  });
  return counts.reduce((sum, count) => sum + count, 0);
}
