import axe from 'axe-core';
import type { Screen } from './screen';

type Shown = Pick<Screen<unknown>, 'root'>;

/** Everything on the screen is open to everybody: axe finds nothing to object to, in both themes. */
export async function expectAccessible(screen: Shown): Promise<void> {
  const { dataset } = document.documentElement;
  const theme = dataset['theme'];
  const found = [
    ...(await objections(screen.root)),
    ...(await inTheme('dark', () => objections(screen.root, 'color-contrast'))),
  ];
  if (theme === undefined) delete dataset['theme'];
  else dataset['theme'] = theme;
  expect(found.join('\n\n')).toBe('');
}

async function inTheme<T>(theme: string, look: () => Promise<T>): Promise<T> {
  document.documentElement.dataset['theme'] = theme;
  const moves = document.getAnimations().map(({ finished }) => finished);
  await Promise.allSettled(moves);
  return look();
}

async function objections(root: Element, onlyRule?: string): Promise<readonly string[]> {
  const { violations, passes, incomplete } = await axe.run(root, {
    ...(onlyRule === undefined ? {} : { runOnly: [onlyRule] }),
    // Headings are judged on whole pages; a component is a part of one.
    rules: { 'heading-order': { enabled: root.querySelector('h1') !== null } },
  });
  if (onlyRule === undefined) {
    expect(passes.length + incomplete.length)
      .withContext('rules that looked at something')
      .toBeGreaterThan(0);
  }
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${help}\n${html}\n${failureSummary ?? ''}`),
  );
}
