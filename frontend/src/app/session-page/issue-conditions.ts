import type { Condition } from '../issues/issue-reporter';
import type { DeviceState } from '../media/device-store';
import type { CallProblem, MediaStore } from '../media/media-store';

type Connection = ReturnType<MediaStore['connection']>;

/** The connection for picture and sound, once the person has been in. One that stalls may stand all the same. */
export function callCondition(connection: Connection, isStalled = false): Condition {
  if (isStalled) return 'trying';
  if (connection === 'reconnecting') return { code: null };
  return isWanted(connection) ? 'works' : 'unwanted';
}

/** The way in; `isFailing`: wanted in, and not let in yet. */
export function joinCondition(
  connection: Connection,
  isFailing: boolean,
  problem: CallProblem | null,
): Condition {
  if (connection === 'connected' || connection === 'reconnecting') return 'works';
  if (isFailing) return { code: problem && codeOf(problem) };
  return isWanted(connection) ? 'trying' : 'unwanted';
}

/** The servers by which a call goes. Until it stands nobody knows whether the usual ones do. */
export function wayCondition(
  connection: Connection,
  way: ReturnType<MediaStore['way']>,
): Condition {
  if (!isWanted(connection)) return 'unwanted';
  if (way !== 'usual') return { code: codeOf(way) };
  return connection === 'connected' ? 'works' : 'trying';
}

/** What arrives over a connection that stands. */
export function flowCondition(connection: Connection, isStalled: boolean): Condition {
  if (isStalled) return { code: null };
  if (connection === 'connected') return 'works';
  return isWanted(connection) ? 'trying' : 'unwanted';
}

/** How much of the pictures the line carries. */
export function lineCondition(connection: Connection, isLow: boolean): Condition {
  if (connection !== 'connected') return isWanted(connection) ? 'trying' : 'unwanted';
  return isLow ? { code: null } : 'works';
}

/** The camera or the microphone; `isSilent`: it is open, and nothing at all comes from it. */
export function deviceCondition(
  kind: 'camera' | 'microphone',
  { device, fault, isOpening }: Pick<DeviceState, 'device' | 'fault' | 'isOpening'>,
  isSilent = false,
): Condition {
  if (fault) return { code: codeOf(`${kind}-${fault}`) };
  if (isOpening) return 'trying';
  if (!device) return 'unwanted';
  return isSilent ? { code: codeOf(`${kind}-silent`) } : 'works';
}

/** What is to be heard of the other; browsers may want a tap before they play it. */
export function soundCondition(connection: Connection, isAllowed: boolean): Condition {
  if (connection !== 'connected') return isWanted(connection) ? 'trying' : 'unwanted';
  return isAllowed ? 'works' : { code: 'SOUND_BLOCKED' };
}

function isWanted(connection: Connection): boolean {
  return connection !== 'outside';
}

/** `in-use` as `IN_USE`. */
function codeOf(words: string): string {
  return words.toUpperCase().replaceAll('-', '_');
}
