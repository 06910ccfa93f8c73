import { Service, inject } from '@angular/core';
import { Locale } from '../platform/locale';
import { PreferencesStore } from '../preferences/preferences-store';
import { voiceFor } from './domain/voice-choice';

const words = {
  'about-to-start': 'Session about to start',
  muted: 'You are muted',
  disconnected: 'You have been disconnected',
  'five-minutes': '5 minutes left',
  'one-minute': '1 minute left',
  'on-the-record': 'You are on the record',
  'off-the-record': 'You are off the record',
} as const;

export type Spoken = keyof typeof words;

/** Speaks, where the person wants that and the browser has a voice. */
@Service()
export class Voice {
  private readonly locale = inject(Locale);
  private readonly wishes = inject(PreferencesStore).preferences;

  say(what: Spoken): void {
    if (this.wishes().voice) this.speak(what);
  }

  /** Speaks also where the person has not wished for it yet, but wants to hear how it is. */
  speak(what: Spoken): void {
    const { volume } = this.wishes();
    if (volume <= 0 || !('speechSynthesis' in globalThis)) return;
    const { language } = this.locale;
    const utterance = new SpeechSynthesisUtterance(words[what]);
    utterance.lang = language;
    utterance.volume = volume / 100;
    const speaker = voiceFor(language, speechSynthesis.getVoices());
    if (speaker) utterance.voice = speaker;
    // What is said is about now: it does not wait behind what was about a moment ago.
    speechSynthesis.cancel();
    speechSynthesis.speak(utterance);
  }
}
