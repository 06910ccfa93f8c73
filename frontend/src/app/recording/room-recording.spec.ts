import { Component, inject } from '@angular/core';
import { ChangeConsentDocument } from '../consent/consent-operations';
import { ConsentStore } from '../consent/consent-store';
import { MediaStore } from '../media/media-store';
import { aConsent, aRunningSession, leo, mia } from '../testing/builders';
import { Scene } from '../testing/scene';
import { type Screen, show } from '../testing/screen';
import { RecordingChangesDocument } from './recording-operations';
import { type Recording, RecordingStore } from './recording-store';
import { RoomRecording } from './room-recording';

const notAsked = aConsent({ kind: 'RECORDING', policy: 'ON_REQUEST', status: 'NOT_ASKED' });
const running = { ...notAsked, status: 'RUNNING', agreedBy: [leo.id, mia.id] } as const;
const begun: Recording = {
  ...{ id: 'recording-1', status: 'REQUESTED', reason: null, via: 'BROWSER' },
  ...{ seconds: 0, parts: [] },
};

@Component({
  selector: 'pl-recording-here',
  template: `{{ recording.isWanted() ? 'wanted' : 'unwanted' }} {{ recording.note()?.text }}`,
  providers: [ConsentStore, RecordingStore, RoomRecording],
})
class RecordingHere {
  readonly recording = inject(RoomRecording);
  readonly media = inject(MediaStore);
}

describe('RoomRecording', () => {
  let scene: Scene;

  beforeEach(async () => {
    scene = new Scene();
    await scene.signIn();
    scene.graphql.answer(ChangeConsentDocument, () => ({
      changeConsent: { __typename: 'Session' as const },
    }));
  });

  async function open(
    consent: typeof notAsked,
    viewerRole: 'MENTOR' | 'LEARNER' = 'MENTOR',
  ): Promise<Screen<RecordingHere>> {
    await scene.open(aRunningSession({ viewerRole, consents: [consent] }));
    await scene.enter();
    return show(RecordingHere);
  }

  async function tell(screen: Screen<RecordingHere>, parts: Partial<Recording>): Promise<void> {
    const recordingChanges = { ...begun, ...parts };
    scene.graphql.stream(RecordingChangesDocument).push({ recordingChanges });
    await screen.settle();
  }

  it('ROOM-18 offers to ask for a recording, and asks', async () => {
    const screen = await open(notAsked);
    expect(screen.component.recording.canAsk()).toBe(true);
    screen.component.recording.ask();
    await screen.settle();
    const [call] = scene.graphql.calls(ChangeConsentDocument);
    expect(call?.input).toEqual({ sessionId: 'session-1', kind: 'RECORDING', act: 'REQUEST' });
  });

  it('ROOM-18 offers nothing where it runs, and where there can be none', async () => {
    expect((await open(running)).component.recording.canAsk()).toBe(false);
    const off = { ...notAsked, policy: 'OFF', status: 'OFF' } as const;
    await scene.tell(aRunningSession({ consents: [off] }));
    expect((await show(RecordingHere)).component.recording.canAsk()).toBe(false);
  });

  it("ROOM-18 the mentor's page records while both agree, and stops when one does not", async () => {
    const screen = await open(running);
    expect(screen.text).toBe('unwanted');
    await tell(screen, {});
    expect(screen.text).toBe('wanted The recording is starting…');
    await tell(screen, { status: 'RECORDING' });
    expect(screen.text).toBe('wanted');
    scene.media.call.become({ link: 'reconnecting' });
    await screen.settle();
    expect(screen.text).toBe('wanted');
    const paused = { ...running, status: 'PAUSED', pausedBy: [leo.id] } as const;
    await scene.tell(aRunningSession({ viewerRole: 'MENTOR', consents: [paused] }));
    await screen.settle();
    expect(screen.text).toBe('unwanted');
  });

  it("ROOM-18 the learner's page does not, nor does any where the server records", async () => {
    const learner = await open(running, 'LEARNER');
    await tell(learner, {});
    expect(learner.text).toContain('unwanted');
    const mentor = await open(running);
    await tell(mentor, { via: 'EGRESS' });
    expect(mentor.text).toContain('unwanted');
  });

  it('ROOM-18 says so where the browser cannot record', async () => {
    spyOn(MediaRecorder, 'isTypeSupported').and.returnValue(false);
    const screen = await open(running);
    await tell(screen, {});
    expect(screen.text).toContain('This browser cannot record.');
  });

  it('ROOM-18 stops when the mentor leaves the call', async () => {
    const screen = await open(running);
    await tell(screen, { status: 'RECORDING' });
    await screen.component.media.leave();
    await screen.settle();
    expect(screen.text).toBe('unwanted');
  });
});
