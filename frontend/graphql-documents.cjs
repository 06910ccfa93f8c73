// Writes each operation as the text that goes over the wire, with the fragments that it needs.
// Syntax trees would be five times the weight, and a printer for them is another library to load.
const { Kind, print, stripIgnoredCharacters, visit } = require('graphql');

/** The fragments that a definition names, and those that they name. */
function fragmentsOf(definition, known, found = new Map()) {
  visit(definition, {
    FragmentSpread({ name }) {
      const fragment = known.get(name.value);
      if (!fragment || found.has(name.value)) return;
      found.set(name.value, fragment);
      fragmentsOf(fragment, known, found);
    },
  });
  return found;
}

function typeNameOf({ name, operation }) {
  const kind = operation[0].toUpperCase() + operation.slice(1);
  const own = name.value[0].toUpperCase() + name.value.slice(1);
  return { own, result: own + kind, variables: `${own}${kind}Variables` };
}

/** The plugin, as graphql-codegen calls it. */
function plugin(_schema, documents, { importFrom, externalFragments = [] }) {
  const definitions = documents.flatMap(({ document }) => document.definitions);
  const fragments = new Map(externalFragments.map(({ name, node }) => [name, node]));
  for (const one of definitions) {
    if (one.kind === Kind.FRAGMENT_DEFINITION) fragments.set(one.name.value, one);
  }
  const content = definitions
    .filter(({ kind }) => kind === Kind.OPERATION_DEFINITION)
    .map((operation) => {
      const { own, result, variables } = typeNameOf(operation);
      const parts = [operation, ...fragmentsOf(operation, fragments).values()];
      const text = stripIgnoredCharacters(parts.map(print).join('\n'));
      return `export const ${own}Document = ${JSON.stringify(text)} as GraphqlDocument<${result}, ${variables}>;`;
    });
  const prepend = [`import type { GraphqlDocument } from '${importFrom}';`];
  return { prepend: content.length > 0 ? prepend : [], content: content.join('\n') };
}

module.exports = { plugin };
