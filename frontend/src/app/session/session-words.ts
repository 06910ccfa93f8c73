/** What is written about sessions, for the pages. */
export { countdownText, clockText, durationText, spokenMinutes } from './domain/duration-text';
export { endText } from './domain/end-text';
export { type Tone, outcomeWords } from './domain/outcome-text';
export {
  type Writing,
  calendarLeaf,
  dayText,
  scheduleText,
  timeText,
} from './domain/schedule-text';
