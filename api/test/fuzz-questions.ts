import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';
import type { Dice } from './fuzz-dice.ts';
import { type Making, valueOf } from './fuzz-values.ts';

/** An operation as it is sent. */
export interface Question {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

const deepest = 5;

/** Makes questions of a schema, one for a field of a root. */
export class Questions {
  private readonly declared: string[] = [];
  private readonly variables: Record<string, unknown> = {};

  private constructor(
    private readonly schema: GraphQLSchema,
    private readonly making: Making,
  ) {}

  static ask(schema: GraphQLSchema, name: string, making: Making): Question {
    const [rootName = '', fieldName = ''] = name.split('.');
    const field = (schema.getType(rootName) as GraphQLObjectType).getFields()[fieldName];
    if (!field) throw new Error(`${name} is not in the schema`);
    const questions = new Questions(schema, making);
    const body = questions.askedField(field, 0);
    const list = questions.declared.join(', ');
    const head = `${rootName.toLowerCase()} Asked${list === '' ? '' : `(${list})`}`;
    return { query: `${head} { ${body} }`, variables: questions.variables };
  }

  private askedField(field: GraphQLField<unknown, unknown>, depth: number): string {
    const args = field.args
      .filter((one) => isRequiredArgument(one) || this.making.dice.chance(0.6))
      .map((one) => `${one.name}: ${this.argument(one)}`);
    const given = args.length === 0 ? '' : `(${args.join(', ')})`;
    return `${field.name}${given} ${this.selection(getNamedType(field.type), depth + 1)}`;
  }

  private argument({ name, type }: GraphQLArgument): string {
    const { value, literal } = valueOf(type, name, this.making);
    if (this.making.dice.chance(0.3)) return literal;
    const variable = `v${String(this.declared.length)}`;
    this.declared.push(`$${variable}: ${String(type)}`);
    this.variables[variable] = value;
    return `$${variable}`;
  }

  private selection(type: GraphQLNamedType, depth: number): string {
    if (isLeafType(type)) return '';
    if (isAbstractType(type)) {
      const kinds = this.schema.getPossibleTypes(type);
      const parts = kinds.map((kind) => `... on ${kind.name} ${this.selection(kind, depth)}`);
      return `{ __typename ${parts.join(' ')} }`;
    }
    if (!isObjectType(type)) return '{ __typename }';
    return `{ __typename ${this.fields(type, depth).join(' ')} }`;
  }

  private fields(type: GraphQLObjectType, depth: number): string[] {
    const { dice } = this.making;
    const all = Object.values(type.getFields());
    const askable = all.filter((field) => depth < deepest || isLeafType(getNamedType(field.type)));
    const share = depth < 3 ? 0.6 : 0.3;
    return askable
      .filter(() => dice.chance(share))
      .map((field) => {
        // Fields of one name in two branches must agree, which aliases of their own always do.
        const alias = `a${String(dice.int(1_000_000))}`;
        return `${alias}: ${this.askedField(field, depth)}${dice.chance(0.03) ? ' @skip(if: true)' : ''}`;
      });
  }
}

/** Spoils the text of a question in one of the ways in which texts are spoilt. */
export function spoilt(query: string, dice: Dice): string {
  const place = dice.int(query.length + 1);
  const [head, tail] = [query.slice(0, place), query.slice(place)];
  return dice.pick<() => string>([
    () => head,
    () => `${head}${dice.text()}${tail}`,
    () => `${head}\u0000${tail}`,
    () => `${head}${tail.slice(1 + dice.int(5))}`,
    () => `${query} ${query}`,
    () => query.replace(/[{}]/g, (brace) => (dice.chance(0.3) ? '' : brace)),
    () => `fragment F on Query { ...G } fragment G on Query { ...F } ${query} { ...F }`,
    () => `{ ${'session(id: "x") { course { '.repeat(dice.int(400))}`,
    () => `{ ${'a: serverTime '.repeat(dice.int(3000))} }`,
    () =>
      `{ ${Array.from({ length: 200 }, (_, at) => `a${String(at)}: courses { id links { url } }`).join(' ')} }`,
    () => `query ($a: ${'['.repeat(dice.int(500))}Int) { serverTime }`,
    () => `{ serverTime @skip(if: ${dice.pick(['null', '"x"', '$x', '[true]'])}) }`,
    () => `\ufeff${query}`,
    () => `{ __schema { types { fields { type { fields { type { fields { name } } } } } } } }`,
    () => dice.text(),
  ])();
}
