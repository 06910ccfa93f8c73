/** What somebody who helps wants to know, as lines to paste into a message. */
export interface SummaryFacts {
  readonly at: string;
  readonly browser: string;
  readonly devices: readonly { readonly name: string; readonly text: string }[];
  readonly network: readonly {
    readonly name: string;
    readonly words: { readonly verdict: string; readonly figures: string } | null;
  }[];
}

export function summaryText({ at, browser, devices, network }: SummaryFacts): string {
  return [
    `PeerLearn, Test Audio/Video, ${at}`,
    `Browser: ${browser}`,
    ...devices.map(({ name, text }) => `${name}: ${text}`),
    ...network.map(({ name, words }) => `${name}: ${verdictOf(words)}`),
  ].join('\n');
}

function verdictOf(words: SummaryFacts['network'][number]['words']): string {
  if (!words) return 'not tried';
  return words.figures ? `${words.verdict} (${words.figures})` : words.verdict;
}
