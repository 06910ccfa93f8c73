/** What a course does not keep of its sessions, in words; empty where it keeps all. */
export function unkeptText(isChatGone: boolean, isTranscriptGone: boolean): string {
  if (isChatGone && isTranscriptGone) {
    return 'Chat and transcript of this session were not kept, as its course wants it.';
  }
  if (isChatGone) return 'The chat of this session was not kept, as its course wants it.';
  if (isTranscriptGone) {
    return 'The transcript of this session was not kept, as its course wants it.';
  }
  return '';
}
