/** What may be said to the room. None of them lets anybody be heard who was not. */
export type VoiceCommand = 'mute' | 'raise-hand' | 'lower-hand' | 'topic-done';

/**
 * "PeerLearn", as recognisers write it: no word of theirs, so they write what sounds like it. It begins
 * what is said, or follows a pause that was written down.
 */
const wake =
  /(?:^|[.!?,;:]\s*)(?:(?:hey|okay|ok)[\s,]+)?(?:peer|pair|pear|pearl|pier|beer)[\s,-]*learn(?:ed|s)?[\s,.!:-]+/;
const ending = /[\s,]*(?:please)?[\s]*(?:[.!?,;]|$)/;

const phrases: readonly (readonly [VoiceCommand, RegExp])[] = [
  // Said after a name, "mute" loses its beginning to many ears.
  ['mute', /(?:mute|moot|newt|you|you'd) me|mute my (?:microphone|mike|mic)/],
  ['raise-hand', /raise (?:my |the )?hand/],
  ['lower-hand', /lower (?:my |the )?hand/],
  ['topic-done', /(?:(?:this|the) )?topic (?:is )?done/],
];

const commands = phrases.map(
  ([command, phrase]) =>
    [
      command,
      new RegExp(`${wake.source}(?:please[\\s,]+)?(?:${phrase.source})${ending.source}`),
    ] as const,
);

/** What the room is told to do by final words; null where they are not said to it. */
export function voiceCommandIn(text: string): VoiceCommand | null {
  const said = text.toLowerCase().replaceAll('’', "'").trim();
  return commands.find(([, phrase]) => phrase.test(said))?.[0] ?? null;
}
