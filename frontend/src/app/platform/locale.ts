import { Service } from '@angular/core';

/** How dates are written here. The words of the app are English, so only kinds of English count. */
@Service()
export class Locale {
  readonly language = /^en\b/i.test(navigator.language) ? navigator.language : 'en-GB';
  readonly timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
}
