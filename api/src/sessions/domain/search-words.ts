const mostWords = 5;

/** The words of what somebody typed to search, without signs that mean something to a search. */
export function searchWords(text: string): readonly string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return [...new Set(words)].slice(0, mostWords);
}
