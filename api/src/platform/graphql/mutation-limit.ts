import {
  type DocumentNode,
  type FragmentDefinitionNode,
  getOperationAST,
  type GraphQLError,
  Kind,
  OperationTypeNode,
  type SelectionSetNode,
} from 'graphql';
import { Allowance } from '../allowance.ts';
import type { Clock } from '../clock.ts';
import { tooMany } from './errors.ts';

const windowMs = 60_000;

/** How many mutations somebody may send in a minute, whichever they are; each process counts for itself. */
export class MutationLimit {
  private readonly allowance: Allowance;

  constructor(mostPerMinute: number, clock: Clock) {
    this.allowance = new Allowance({ most: mostPerMinute, windowMs, clock });
  }

  /** Counts the mutations of a checked document, and gives the refusal where they are too many. */
  refuse(key: string, document: DocumentNode, name?: string | null): GraphQLError | null {
    const operation = getOperationAST(document, name);
    if (operation?.operation !== OperationTypeNode.MUTATION) return null;
    for (let left = fieldsOf(operation.selectionSet, document); left > 0; left -= 1) {
      if (!this.allowance.take(key)) return this.refusal(key);
    }
    return null;
  }

  private refusal(key: string): GraphQLError {
    return tooMany(undefined, Math.max(1, Math.ceil(this.allowance.waitMs(key) / 1000)));
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
