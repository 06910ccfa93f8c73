/** What a person should notice of the room, as it is at a moment. */
export interface RoomFacts {
  readonly isMuted: boolean;
  readonly isCameraOff: boolean;
  readonly isTalkingMuted: boolean;
  readonly isNetworkStable: boolean;
  /** Something was really lowered to save bandwidth. */
  readonly isLowBandwidth: boolean;
  /** A picture is not sent or not shown, for the sake of the sound. */
  readonly isPicturePaused: boolean;
  readonly otherName: string;
  readonly isOtherHandUp: boolean;
  /** What is announced of the time left; empty: nothing. */
  readonly timeWarning: string;
}

export interface Toast {
  /** What it is about: a newer one takes the place of an older one. */
  readonly about: 'microphone' | 'camera' | 'network' | 'bandwidth' | 'hand' | 'time';
  readonly text: string;
  /** What the person may do. */
  readonly tip?: string;
  readonly tone: 'calm' | 'good' | 'warn';
}

type Rule = (before: RoomFacts, after: RoomFacts) => Toast | null;

const rules: readonly Rule[] = [
  (before, { timeWarning: text }) =>
    text !== '' && text !== before.timeWarning ? { about: 'time', text, tone: 'warn' } : null,
  (before, after) =>
    after.isOtherHandUp && !before.isOtherHandUp
      ? { about: 'hand', text: `${after.otherName} raised their hand`, tone: 'good' }
      : null,
  (before, after) => {
    if (before.isNetworkStable === after.isNetworkStable) return null;
    return after.isNetworkStable
      ? { about: 'network', text: 'Network stable', tone: 'good' }
      : { about: 'network', text: 'Network unstable', tip: 'Check your WiFi', tone: 'warn' };
  },
  bandwidthNews,
  (before, after) =>
    after.isMuted && !before.isMuted
      ? { about: 'microphone', text: 'Mic muted', tone: 'calm' }
      : null,
  (before, after) =>
    after.isTalkingMuted && !before.isTalkingMuted
      ? { about: 'microphone', text: 'You are muted', tip: 'Unmute to be heard', tone: 'warn' }
      : null,
  (before, after) =>
    after.isCameraOff && !before.isCameraOff
      ? { about: 'camera', text: 'Camera off', tone: 'calm' }
      : null,
];

/** Each step is no news: the mode is, the pause of a picture, and the end of it all. */
function bandwidthNews(before: RoomFacts, after: RoomFacts): Toast | null {
  const isPausedNow = after.isPicturePaused && !before.isPicturePaused;
  const tip = after.isPicturePaused ? { tip: 'Pictures pause to keep the sound clear' } : {};
  if (after.isLowBandwidth && !before.isLowBandwidth) {
    return { about: 'bandwidth', text: 'Low bandwidth mode enabled', ...tip, tone: 'warn' };
  }
  if (after.isLowBandwidth && isPausedNow) {
    return { about: 'bandwidth', text: 'Low bandwidth mode', ...tip, tone: 'warn' };
  }
  return before.isLowBandwidth && !after.isLowBandwidth
    ? { about: 'bandwidth', text: 'Full picture quality is back', tone: 'good' }
    : null;
}

/** What is worth a word between two moments, the most important first. */
export function roomNews(before: RoomFacts, after: RoomFacts): readonly Toast[] {
  return rules.flatMap((rule) => rule(before, after) ?? []);
}
