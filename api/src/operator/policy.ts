import type { Viewer } from '../accounts/viewer.ts';

/** Whether the viewer runs this PeerLearn: sees all sessions and how the place fares. */
export function canOperate(viewer: Viewer): boolean {
  return viewer.roles.includes('ADMIN');
}
