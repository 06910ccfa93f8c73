import { type VoiceCommand, voiceCommandIn } from './voice-command';

describe('commands that are spoken', () => {
  const rows: readonly (readonly [string, VoiceCommand | null])[] = [
    ['PeerLearn, mute me.', 'mute'],
    ['Peer learn, topic done.', 'topic-done'],
    ['Hey PeerLearn, raise my hand, please.', 'raise-hand'],
    ['Okay, peer learn. Please lower my hand', 'lower-hand'],
    ['PeerLearn, mute my microphone', 'mute'],
    ['Peer learn, this topic is done!', 'topic-done'],
    // As the local recogniser wrote them, of three voices.
    ['Peer-learn, raise hand,', 'raise-hand'],
    ['Pair learn, you’d me.', 'mute'],
    ['Peer learn, you me.', 'mute'],
    ['Pearl, learn, raise my hand, please.', 'raise-hand'],
    ['Pear learned, lower my hand.', 'lower-hand'],
    ['Beer learned, topic done.', 'topic-done'],
    ['So that is the quadratic formula, peer-learn topic done.', 'topic-done'],
    // Not said to the room.
    ['Mute me.', null],
    ['The topic is done, I think.', null],
    ['With a peer learn topic done badly you may start again.', null],
    ['PeerLearn, mute me is what you say.', null],
    ['We peer learn, and raise my hand is a phrase of it.', null],
    ['PeerLearn is where we meet.', null],
    // Nothing lets anybody be heard.
    ['PeerLearn, unmute me.', null],
    ['PeerLearn, turn on my microphone.', null],
    ['', null],
  ];
  for (const [text, command] of rows) {
    it(`ROOM-16 "${text}": ${command ?? 'nothing'}`, () => {
      expect(voiceCommandIn(text)).toBe(command);
    });
  }
});
