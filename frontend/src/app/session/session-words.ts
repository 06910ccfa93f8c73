/** What is written about sessions, for the pages. */
export { countdownText, clockText, durationText } from './domain/duration-text';
export { consentText } from './domain/consent-text';
export { endText } from './domain/end-text';
export { outcomeWords } from './domain/outcome-text';
export {
  calendarLeaf,
  momentText,
  scheduleText,
  secondText,
  timeText,
} from './domain/schedule-text';
