const longestName = 150;

/**
 * A name that is safe to show and to save under: the last part of a path, without what cannot be seen
 * or turns the direction of writing, and not too long. Its ending stays.
 */
export function safeName(given: string): string {
  const last = given.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const shown = last
    .toWellFormed()
    .replaceAll(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Zl}\p{Zp}<>:"|?*\ufffd]/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .replace(/^[. ]+/, '')
    .replace(/[. ]+$/, '');
  if (shown === '') return 'file';
  const letters = Array.from(shown);
  if (letters.length <= longestName) return shown;
  const ending = /\.[^.]{1,10}$/u.exec(shown)?.[0] ?? '';
  return letters.slice(0, longestName - Array.from(ending).length).join('') + ending;
}

/** How a browser is told to save a file under this name (RFC 6266), or to show it. */
export function disposition(name: string, isShown: boolean): string {
  const plain = name.replaceAll(/[^\x20-\x7e]|["\\%]/g, '_');
  const encoded = encodeURIComponent(name).replaceAll(/['()*]/g, percent);
  const kind = isShown ? 'inline' : 'attachment';
  return `${kind}; filename="${plain}"; filename*=UTF-8''${encoded}`;
}

function percent(letter: string): string {
  return `%${letter.charCodeAt(0).toString(16).toUpperCase()}`;
}
