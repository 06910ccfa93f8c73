import { aConsent, aRunningSession, leo, mia } from '../../testing/builders';
import { Scene } from '../../testing/scene';
import { show } from '../../testing/screen';
import { TranscriptStatusChangesDocument } from '../../transcript/transcript-operations';
import { RecordSign } from './record-sign';

describe('RecordSign', () => {
  it('ROOM-18 names what writes the words down, with the panel closed too', async () => {
    const scene = new Scene();
    await scene.signIn();
    const running = aConsent({ status: 'RUNNING', agreedBy: [leo.id, mia.id] });
    await scene.open(aRunningSession({ consents: [running] }));
    const screen = await show(RecordSign);
    expect(screen.has('button', 'Transcript agreed')).toBe(true);
    scene.graphql
      .stream(TranscriptStatusChangesDocument)
      .push({ transcriptStatusChanges: { state: 'RUNNING', engine: 'Scripted' } });
    await screen.settle();
    expect(screen.has('button', 'Transcript, Scripted')).toBe(true);
  });
});
