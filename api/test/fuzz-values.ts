import {
  type GraphQLInputType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredInputField,
} from 'graphql';
import { newId } from '../src/platform/ids.ts';
import type { Dice } from './fuzz-dice.ts';

/** What is there to be asked about, by the names of arguments and fields. */
export type Known = Readonly<Record<string, readonly string[]>>;

/** How values are made. */
export interface Mood {
  /** Share of values that are of the type, and nothing that anybody would send. */
  readonly odd: number;
  /** Share of values that are not even of the type. */
  readonly wrong: number;
}

/** A value of an argument or input field, and the literal that writes it. */
export interface Made {
  readonly value: unknown;
  readonly literal: string;
}

export interface Making {
  readonly dice: Dice;
  readonly known: Known;
  readonly mood: Mood;
}

const oddTexts = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  'a\udfff\ud83d',
  '\u202e\u2066right to left',
  '👩‍👩‍👧‍👦'.repeat(30),
  'e\u0301'.repeat(500),
  'x'.repeat(70_000),
  "'; drop table session; --",
  '%_\\%_\\',
  '$1 ? ?? :name {0} ${a}',
  '__proto__',
  'constructor',
  '<script>alert(1)</script>',
  '../../../../etc/passwd',
  'http://169.254.169.254/latest/meta-data',
  'javascript:alert(1)',
  '-1',
  '1e400',
  'NaN',
  'null',
  '[',
  '*'.repeat(300),
  '(a+)+$',
  '\r\nSet-Cookie: a=b',
];

const usualTexts = [
  ...['Fractions', 'Halves', 'Europe/Berlin', '09:00', '17:30', '2026-11-23', 'Etc/GMT+12'],
  ...['https://example.com/a?b=c#d', 'leo@example.com', 'AAA', 'AAECAwQ=', 'AAAA', 'UTC'],
];

const ints = [0, 1, 2, 5, 20, 30, 60, 100];
const oddInts = [-1, -(2 ** 31), 2 ** 31 - 1, 101, 201, 65_536];
const oddTimes = [
  '0000-01-01T00:00:00.000Z',
  '0001-01-01T00:00:00Z',
  '1969-12-31T23:59:59.999Z',
  '9999-12-31T23:59:59.999Z',
  '2026-12-31T23:59:59.999-23:59',
  '2024-02-29T00:00:00.000001Z',
];
const oddPlaces = [
  ...[[-1], [0], [2 ** 31], [2 ** 53], [1.5], ['\u0000'], ['\ud800'], [null], [1e300], {}, []],
  ...[[0, ''], [1, 'x'], ['a', 'b'], [-1, newId()], [8.64e15 + 1, newId()], [newId()], [1, 2, 3]],
  ...[
    ['a\u0000', newId()],
    [newId(), 0],
    [0, newId()],
    [-62_135_596_800_001, newId()],
  ],
];

/** A value of this type as that mood makes it, for the argument or field of that name. */
export function valueOf(type: GraphQLInputType, name: string, making: Making): Made {
  const { dice, mood } = making;
  if (dice.chance(mood.wrong)) return wrongValue(dice);
  if (!isNonNullType(type) && dice.chance(0.2)) return plain(null);
  const inner = getNullableType(type);
  if (isListType(inner)) {
    const length = dice.chance(mood.odd / 4) ? 300 : dice.int(4);
    const items = Array.from({ length }, () => valueOf(inner.ofType, name, making));
    return {
      value: items.map(({ value }) => value),
      literal: `[${items.map(({ literal }) => literal).join(', ')}]`,
    };
  }
  if (isInputObjectType(inner)) {
    const asked = Object.values(inner.getFields()).filter(
      (field) => isRequiredInputField(field) || dice.chance(0.6),
    );
    const parts = asked.map(
      (field) => [field.name, valueOf(field.type, field.name, making)] as const,
    );
    return {
      value: Object.fromEntries(parts.map(([key, { value }]) => [key, value])),
      literal: `{${parts.map(([key, { literal }]) => `${key}: ${literal}`).join(', ')}}`,
    };
  }
  if (isEnumType(inner)) {
    const { name: value } = dice.pick(inner.getValues());
    return { value, literal: value };
  }
  return plain(scalar(inner.name, name, making));
}

function scalar(type: string, name: string, making: Making): unknown {
  const { dice, known, mood } = making;
  const isOdd = dice.chance(mood.odd);
  if (type === 'Boolean') return dice.chance(0.5);
  if (type === 'Cursor') {
    return cursorOf(isOdd || dice.chance(0.5) ? dice.pick(oddPlaces) : [dice.int(9)]);
  }
  const odd = oddOf(type, dice);
  if (isOdd) return odd;
  const usual: Readonly<Record<string, readonly unknown[]>> = {
    Int: ints,
    Float: ints,
    DateTime: known['times'] ?? oddTimes,
    ID: [...(known[name] ?? [newId()]), newId()],
  };
  return dice.pick(usual[type] ?? usualTexts);
}

function oddOf(type: string, dice: Dice): unknown {
  if (type === 'Int') return dice.pick(oddInts);
  if (type === 'Float') return dice.pick([-0, 5e-324, 1.7e308, -1e300]);
  return type === 'DateTime' ? dice.pick(oddTimes) : oddText(dice);
}

function oddText(dice: Dice): string {
  return dice.chance(0.3) ? dice.text() : dice.pick(oddTexts);
}

function cursorOf(place: unknown): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url');
}

function wrongValue(dice: Dice): Made {
  const literal = dice.pick([
    '1e999',
    '99999999999999999999',
    'NOT_OF_ANY_ENUM',
    '$unknown',
    '{a: {}}',
  ]);
  const value = dice.pick<unknown>([
    ...[1e308, -0.5, 2 ** 53, 2 ** 31, '1', '', true, 'NOT_OF_ANY_ENUM', '2026-02-30T99:00:00Z'],
    ...[[], [[[]]], {}, { __proto__: null, constructor: 1 }, 'x'.repeat(5000), dice.json()],
  ]);
  return { value, literal };
}

function plain(value: unknown): Made {
  return { value, literal: JSON.stringify(value) };
}
