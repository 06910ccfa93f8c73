/** From when to when, in milliseconds. */
export interface SessionTime {
  readonly startsAt: number;
  readonly endsAt: number;
}

/** What somebody wants to plan. */
export interface SessionPlan extends SessionTime {
  readonly title: string;
  readonly topics: readonly string[];
}

/** What is wrong, and with which input field. */
export interface PlanFault {
  readonly field: string;
  readonly message: string;
}

export type CheckedPlan = { readonly plan: SessionPlan } | { readonly fault: PlanFault };

const minuteMs = 60_000;
const shortestMs = 5 * minuteMs;
const longestMs = 8 * 60 * minuteMs;
const longestTitle = 200;
const mostTopics = 50;
const longestReason = 500;
/** A session may be planned for now; what the other's clock calls now may be a little ago here. */
const latenessMs = 5 * minuteMs;

/** Prepares a plan for keeping: texts without blanks around them, times that are possible. */
export function checkPlan(wanted: SessionPlan, now: number): CheckedPlan {
  const title = wanted.title.trim();
  const topics = wanted.topics.map((topic) => topic.trim()).filter((topic) => topic !== '');
  const fault = textFault(title, topics) ?? timeFault(wanted, now);
  const { startsAt, endsAt } = wanted;
  return fault ? { fault } : { plan: { title, startsAt, endsAt, topics } };
}

/** What a person is told of a cancellation: short, and nothing but text. */
export function isReason(text: string): boolean {
  return text.length <= longestReason && !/[^\P{Cc}\n]/u.test(text);
}

/** What is wrong with how long a session would take; `null` where nothing is. */
export function lengthFault({ startsAt, endsAt }: SessionTime): string | null {
  const plannedMs = endsAt - startsAt;
  const isPossible = plannedMs >= shortestMs && plannedMs <= longestMs;
  return isPossible ? null : 'A session takes from 5 minutes to 8 hours.';
}

function textFault(title: string, topics: readonly string[]): PlanFault | null {
  const unreadable = [title, ...topics].some((text) => /\p{Cc}/u.test(text));
  if (unreadable) {
    const field = /\p{Cc}/u.test(title) ? 'title' : 'topics';
    return { field, message: 'Use one line of text, without control characters.' };
  }
  if (title === '' || title.length > longestTitle) {
    return { field: 'title', message: 'Give the session a title of 1 to 200 characters.' };
  }
  if (topics.length > mostTopics || topics.some((topic) => topic.length > longestTitle)) {
    return { field: 'topics', message: 'Give at most 50 topics of up to 200 characters.' };
  }
  return null;
}

function timeFault({ startsAt, endsAt }: SessionPlan, now: number): PlanFault | null {
  if (startsAt < now - latenessMs) {
    return { field: 'startsAt', message: 'Choose a start that is not in the past.' };
  }
  const message = lengthFault({ startsAt, endsAt });
  return message === null ? null : { field: 'endsAt', message };
}
