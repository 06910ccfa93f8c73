import { GraphQLScalarType } from 'graphql';
import { GraphQLDateTimeISO } from 'graphql-scalars';

const toInstant = (date: Date): number => date.getTime();

/** An instant: milliseconds since the Unix epoch inside, an ISO 8601 string in UTC outside. */
export const DateTime = new GraphQLScalarType<number, string>({
  name: 'DateTime',
  description: 'An instant in UTC as of ISO 8601, with milliseconds: `2026-11-21T09:30:00.000Z`.',
  specifiedByURL: 'https://scalars.graphql.org/andimarek/date-time.html',
  serialize: (value) => GraphQLDateTimeISO.serialize(value),
  parseValue: (value) => toInstant(GraphQLDateTimeISO.parseValue(value)),
  parseLiteral: (node) => toInstant(GraphQLDateTimeISO.parseLiteral(node, {})),
});
