import { buildSchema } from 'graphql';
import { KnownDocuments } from './known-documents.ts';

const schema = buildSchema(`type Query { name: String, list(first: Int): [Query] }`);

describe('KnownDocuments', () => {
  it('API-1 reads the same question once', () => {
    const documents = new KnownDocuments(schema);
    expect(documents.read({ query: '{ name }' })).toBe(documents.read({ query: '{ name }' }));
  });

  it('API-1 says what is wrong, each time, and keeps none of it', () => {
    const documents = new KnownDocuments(schema);
    for (const query of ['{ name', '{ other }', '{ other }']) {
      expect(documents.read({ query })).toEqual([jasmine.any(Error)]);
    }
    expect(documents.count).toBe(0);
  });

  it('API-1 counts the cost anew where a variable decides it', () => {
    const documents = new KnownDocuments(schema);
    const query = 'query ($n: Int) { list(first: $n) { name } }';
    const ask = (n: number) => documents.read({ query, variables: { n } });
    expect(ask(10)).toEqual(jasmine.objectContaining({ kind: 'Document' }));
    expect(ask(100_000)).toEqual([jasmine.any(Error)]);
    expect(ask(10)).toEqual(jasmine.objectContaining({ kind: 'Document' }));
  });

  it('API-1 refuses what costs too much each time', () => {
    const documents = new KnownDocuments(schema);
    const query = '{ list(first: 100000) { name } }';
    expect(documents.read({ query })).toEqual([jasmine.any(Error)]);
    expect(documents.read({ query })).toEqual([jasmine.any(Error)]);
  });

  it('OPS remembers only so many, and none that is long', () => {
    const documents = new KnownDocuments(schema);
    const first = documents.read({ query: '{ name }' });
    for (let index = 0; index < 600; index += 1)
      documents.read({ query: `{ a${String(index)}: name }` });
    expect(documents.count).toBe(500);
    expect(documents.read({ query: '{ name }' })).not.toBe(first);
    documents.read({ query: `{ name } #${' '.repeat(20_000)}` });
    expect(documents.count).toBe(500);
  });
});
