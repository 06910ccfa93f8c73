/** Whether the chat of a session is there after its end, as far as that is known now. */
export function isChatKept(endedAt: number | null, chatUnkeptSince: number | null): boolean {
  if (chatUnkeptSince === null) return true;
  return endedAt !== null && endedAt < chatUnkeptSince;
}
