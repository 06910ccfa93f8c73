import { buildSchema, parse, validate } from 'graphql';
import { costFault, depthRule, limits } from './limits.ts';

const schema = buildSchema(`
  type Query { person: Person!, people(first: Int): [Person!]! }
  type Person { id: ID!, friend: Person!, friends(first: Int): [Person!]! }
`);

function faults(query: string): readonly string[] {
  return validate(schema, parse(query), [depthRule]).map((error) => error.message);
}

function friends(levels: number, innermost = 'id'): string {
  return `${'friend { '.repeat(levels)}${innermost}${' }'.repeat(levels)}`;
}

describe('depthRule', () => {
  it('API-5 takes what is as deep as allowed, and no deeper', () => {
    // The query itself and the identifier are two levels more.
    expect(faults(`{ person { ${friends(limits.depth - 2)} } }`)).toEqual([]);
    expect(faults(`{ person { ${friends(limits.depth - 1)} } }`)).toHaveSize(1);
  });

  it('API-5 sees through fragments', () => {
    const query = `
      { person { ${friends(6, '...More')} } }
      fragment More on Person { ${friends(5)} }`;
    expect(faults(query)).toHaveSize(1);
  });

  it('API-5 comes to an end with fragments in a circle', () => {
    expect(faults('{ person { ...A } } fragment A on Person { friend { ...A } }')).toEqual([]);
  });
});

describe('costFault', () => {
  const query = `query ($n: Int) { people(first: $n) { friends(first: 100) { id } } }`;

  it('API-5 counts a list as often as it is asked for', () => {
    const document = parse(query);
    expect(costFault({ schema, document, variables: { n: 90 } })).toBeNull();
    const fault = costFault({ schema, document, variables: { n: 100 } });
    expect(fault?.extensions['code']).toBe('GRAPHQL_VALIDATION_FAILED');
  });
});
