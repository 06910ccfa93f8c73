/** Everything that a person can do in the room by one press. */
export type CommandId =
  | 'microphone'
  | 'camera'
  | 'screen'
  | 'hand'
  | 'topics'
  | 'chat'
  | 'transcript'
  | 'notes'
  | 'whiteboard'
  | 'captions'
  | 'picture'
  | 'fullscreen'
  | 'settings'
  | 'record'
  | 'finish'
  | 'help'
  | 'end'
  | 'leave';

export interface Shortcut {
  readonly key: string;
  readonly command: CommandId;
  readonly does: string;
}

/** The keys of the room; the help shows this very table. */
export const shortcuts: readonly Shortcut[] = [
  { key: 'm', command: 'microphone', does: 'Mute or unmute' },
  { key: 'v', command: 'camera', does: 'Camera on or off' },
  { key: 's', command: 'screen', does: 'Share your screen' },
  { key: 'h', command: 'hand', does: 'Raise or lower your hand' },
  { key: 'c', command: 'chat', does: 'Chat' },
  { key: 't', command: 'topics', does: 'Topics' },
  { key: 'w', command: 'whiteboard', does: 'Whiteboard' },
  { key: 'p', command: 'picture', does: 'Picture-in-picture' },
  { key: 'f', command: 'fullscreen', does: 'Full screen' },
  { key: '?', command: 'help', does: 'This list' },
];

/** Held while muted it opens the microphone, released it closes it again. */
export const talkKey = ' ';

/** A key that went down, and where the focus was. */
export interface KeyPress {
  readonly key: string;
  readonly hasModifier: boolean;
  readonly hasShift: boolean;
  readonly isRepeat: boolean;
  readonly focus: Focus;
}

/**
 * What the key would go to: `text` takes letters, `button` takes the space bar, `own` has keys of its
 * own, such as a dialog or the whiteboard.
 */
export type Focus = 'free' | 'button' | 'text' | 'own';

/** What a key does in the room; nothing while somebody types, and nothing together with others. */
export function commandOf(press: KeyPress): CommandId | null {
  if (!isForRoom(press) || press.isRepeat) return null;
  // A question mark needs the shift key on most keyboards; a letter with it is a capital.
  if (press.hasShift && press.key !== '?') return null;
  return shortcuts.find(({ key }) => key === press.key.toLowerCase())?.command ?? null;
}

/** Whether a press is push-to-talk. A button that has the focus keeps its space bar. */
export function isTalkPress(press: KeyPress): boolean {
  return press.key === talkKey && !press.hasShift && isForRoom(press) && press.focus === 'free';
}

function isForRoom({ hasModifier, focus }: KeyPress): boolean {
  return !hasModifier && (focus === 'free' || focus === 'button');
}

/** How a key is written on its cap. */
export function keyCap(key: string): string {
  return key === talkKey ? 'Space' : key.toUpperCase();
}
