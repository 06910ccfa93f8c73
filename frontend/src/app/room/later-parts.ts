const parts = [
  () => import('../annotations/lesson-panel'),
  () => import('../chat/chat-panel'),
  () => import('../consent/consent-card'),
  () => import('./consent/record-sign'),
  () => import('../notes/notes-panel'),
  () => import('../recording/room-recorder'),
  () => import('../transcript/transcript-panel'),
];

/** Fetches what the room shows only when it is asked for: the network may be away by then. */
export function fetchLaterParts(): void {
  // What does not come now is fetched when it is asked for.
  for (const part of parts) part().catch(() => undefined);
}
