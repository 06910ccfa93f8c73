import type { SessionFacts } from '../sessions/sessions.ts';
import type { TranscriptReader } from './store/transcript-reader.ts';

/** Whether anything of it may be read: not of one that does not stay, even before it is removed. */
export async function canRead(
  reader: TranscriptReader,
  { sessionId, status, keepsTranscript }: SessionFacts,
): Promise<boolean> {
  if (status !== 'ENDED') return true;
  const stands = await reader.stands([sessionId]);
  return stands.get(sessionId)?.kept ?? keepsTranscript;
}
