import { TestBed } from '@angular/core/testing';
import { DeviceStore } from '../../media/device-store';
import { SetHandDocument } from '../../session/session-operations';
import { expectAccessible } from '../../testing/accessibility';
import { aRunningSession, aTopic, isoAt, minutesIn } from '../../testing/builders';
import { Scene } from '../../testing/scene';
import { type Screen, show } from '../../testing/screen';
import { pageOf, spokenAt } from '../../testing/spoken';
import { type Topic, TopicStore } from '../../topics/topic-store';
import {
  FinishTopicDocument,
  ReopenTopicDocument,
  StartTopicDocument,
} from '../../topics/topics-operations';
import {
  TranscriptDocument,
  TranscriptSegmentsDocument,
} from '../../transcript/transcript-operations';
import { VoiceCommands } from './voice-commands';
import { VoiceCommandsChoice } from './voice-commands-choice';

const second = 600;

interface Manner {
  readonly who?: 'leo' | 'mia';
  readonly at?: number;
  readonly isFinal?: boolean;
}

describe('VoiceCommands', () => {
  let scene: Scene;

  beforeEach(async () => {
    scene = new Scene();
    scene.clock.set(minutesIn(10));
    scene.graphql.answer(TranscriptDocument, () => pageOf([]));
    await TestBed.inject(DeviceStore).start();
    await scene.enter();
  });

  async function begin(viewerRole: 'MENTOR' | 'LEARNER' = 'LEARNER') {
    const topics = [aTopic('a', { title: 'Halves', state: 'CURRENT' }), aTopic('b')];
    await scene.open(aRunningSession({ viewerRole, topics }));
    return await show(VoiceCommands, { sessionId: 'session-1' });
  }

  async function says(
    screen: Screen<VoiceCommands>,
    text: string,
    { who = 'leo', at = second, isFinal = true }: Manner = {},
  ): Promise<void> {
    const transcriptSegments = spokenAt(at, who, { text, isFinal });
    scene.graphql.stream(TranscriptSegmentsDocument).push({ transcriptSegments });
    await screen.settle();
  }

  const isHeard = () => TestBed.inject(DeviceStore).microphone().isOn;
  const hands = () => scene.graphql.calls(SetHandDocument).map(({ input }) => input.isRaised);

  it('ROOM-16 mutes whoever asks for it, and a press takes it back', async () => {
    const screen = await begin();
    await says(screen, 'PeerLearn, mute me.');
    expect(isHeard()).toBe(false);
    expect(screen.text).toContain('You asked to be muted.');
    await expectAccessible(screen);
    await screen.press('button', 'Unmute');
    expect(isHeard()).toBe(true);
    expect(screen.text).toBe('');
  });

  it('ROOM-16 a press that comes late changes nothing that was changed meanwhile', async () => {
    const screen = await begin();
    await says(screen, 'PeerLearn, mute me.');
    await TestBed.inject(DeviceStore).toggle('microphone');
    await screen.press('button', 'Unmute');
    expect(isHeard()).toBe(true);
  });

  it('ROOM-16 raises the hand of whoever asks for it', async () => {
    const screen = await begin();
    await says(screen, 'PeerLearn, raise hand.');
    await screen.press('button', 'Lower hand');
    expect(hands()).toEqual([true, false]);
  });

  const unheard: readonly (readonly [string, Manner])[] = [
    ['the other one says it', { who: 'mia' }],
    ['it is not final', { isFinal: false }],
    ['it was said a while ago', { at: second - 20 }],
  ];
  for (const [why, parts] of unheard) {
    it(`ROOM-16 does nothing where ${why}`, async () => {
      const screen = await begin();
      await says(screen, 'PeerLearn, mute me.', parts);
      await says(screen, 'PeerLearn, raise hand.', { ...parts, at: (parts.at ?? second) - 1 });
      expect(isHeard()).toBe(true);
      expect(hands()).toEqual([]);
      expect(screen.text).toBe('');
    });
  }

  it('ROOM-16 marks the mentor’s topic as done, and a press comes back to it', async () => {
    const screen = await begin('MENTOR');
    const plan = (...states: readonly Topic['state'][]) => {
      const topics = states.map((state, at) => aTopic(at === 0 ? 'a' : 'b', { state }));
      const clock = { serverTime: isoAt(11) };
      return { changed: { __typename: 'Session' as const, clock, topics } };
    };
    scene.graphql.answer(FinishTopicDocument, () => plan('DONE', 'CURRENT'));
    scene.graphql.answer(ReopenTopicDocument, () => plan('PLANNED', 'CURRENT'));
    scene.graphql.answer(StartTopicDocument, () => plan('CURRENT', 'PLANNED'));
    await says(screen, 'PeerLearn, topic done.', { who: 'mia' });
    expect(screen.text).toContain('You said that “Halves” is done.');
    await screen.press('button', 'Not done yet');
    const asked = [FinishTopicDocument, ReopenTopicDocument, StartTopicDocument].map(
      (document) => scene.graphql.calls(document).length,
    );
    expect(asked).toEqual([1, 1, 1]);
    expect(TestBed.inject(TopicStore).current()?.id).toBe('a');
  });

  it('ROOM-16 tells a learner that a topic is their mentor’s to mark', async () => {
    const screen = await begin();
    await says(screen, 'PeerLearn, topic done.');
    expect(screen.text).toBe('Only your mentor marks a topic as done.');
    expect(scene.graphql.calls(FinishTopicDocument)).toEqual([]);
  });

  it('ROOM-16 is off until somebody wants it, and remembered', () => {
    const choice = TestBed.inject(VoiceCommandsChoice);
    expect(choice.isOn()).toBe(false);
    choice.turn(true);
    expect([choice.isOn(), scene.storage.read('voice-commands')]).toEqual([true, true]);
  });
});
