import type { BrowserContext, Page } from '@playwright/test';

/** What a page asked the browser to say. */
export interface Said {
  readonly text: string;
  readonly language: string;
  readonly volume: number;
}

/**
 * From now on the pages of this browser write down what they ask to have spoken. A browser without a
 * screen has no voices, so that nothing of it is heard here.
 */
export async function listenToVoice(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const said: { text: string; language: string; volume: number }[] = [];
    Object.assign(globalThis, { said });
    const speak = speechSynthesis.speak.bind(speechSynthesis);
    speechSynthesis.speak = (utterance) => {
      const { text, lang: language, volume } = utterance;
      said.push({ text, language, volume: Math.round(volume * 100) / 100 });
      speak(utterance);
    };
  });
}

export async function saidOn(page: Page): Promise<readonly Said[]> {
  return page.evaluate(() => (globalThis as { said?: readonly Said[] }).said ?? []);
}
