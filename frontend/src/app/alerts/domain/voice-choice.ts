/** A voice of the page's language, rather one of its country; without one the browser has to know. */
export function voiceFor<Voice extends { readonly lang: string }>(
  language: string,
  voices: readonly Voice[],
): Voice | null {
  const wanted = plain(language);
  const [tongue] = wanted.split('-');
  const exact = voices.find(({ lang }) => plain(lang) === wanted);
  return exact ?? voices.find(({ lang }) => plain(lang).split('-')[0] === tongue) ?? null;
}

/** Some systems write `en_GB`. */
function plain(language: string): string {
  return language.replace('_', '-').toLowerCase();
}
