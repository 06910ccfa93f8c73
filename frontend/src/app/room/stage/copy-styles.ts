/** Gives a page that floats the look of ours. It has no styles of its own, and takes none that it would have to load. */
export function copyStyles(from: Document, to: Document): void {
  const view = to.defaultView;
  if (!view) return;
  to.documentElement.className = from.documentElement.className;
  to.documentElement.dataset['theme'] = from.documentElement.dataset['theme'] ?? 'system';
  to.documentElement.lang = from.documentElement.lang;
  // A sheet that is made by a script needs no word from the page's policy.
  const sheet = new view.CSSStyleSheet();
  sheet.replaceSync([...from.styleSheets].map(textOf).join('\n'));
  to.adoptedStyleSheets = [sheet];
}

function textOf(sheet: CSSStyleSheet): string {
  try {
    return [...sheet.cssRules].map(({ cssText }) => cssText).join('\n');
  } catch {
    // Of another origin, such as a browser's extension.
    return '';
  }
}
