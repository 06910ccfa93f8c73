import { voiceFor } from './voice-choice';

describe('voiceFor', () => {
  const rows: readonly [
    name: string,
    language: string,
    voices: readonly string[],
    voice: string | null,
  ][] = [
    ['PRE-7 of the same country', 'en-GB', ['de-DE', 'en-US', 'en-GB'], 'en-GB'],
    ['PRE-7 however it is written', 'en-GB', ['en-US', 'en_GB'], 'en_GB'],
    ['PRE-7 of the same language', 'en-GB', ['eno-XX', 'en-US'], 'en-US'],
    ['PRE-7 none where all speak something else', 'en-GB', ['de-DE'], null],
    ['PRE-7 none where there is none', 'en-GB', [], null],
  ];
  for (const [name, language, voices, voice] of rows) {
    it(name, () => {
      const found = voiceFor(
        language,
        voices.map((lang) => ({ lang })),
      );
      expect(found?.lang ?? null).toBe(voice);
    });
  }
});
