import axe from 'axe-core';
import type { Screen } from './screen';

/** Everything on the screen is open to everybody: axe finds nothing to object to. */
export async function expectAccessible(screen: Pick<Screen<unknown>, 'root'>): Promise<void> {
  const { violations, passes, incomplete } = await axe.run(screen.root, {
    // Headings are judged on whole pages; a component is a part of one.
    rules: { 'heading-order': { enabled: screen.root.querySelector('h1') !== null } },
  });
  const found = violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${help}\n${html}\n${failureSummary ?? ''}`),
  );
  expect(found.join('\n\n')).toBe('');
  expect(passes.length + incomplete.length)
    .withContext('rules that looked at something')
    .toBeGreaterThan(0);
}
