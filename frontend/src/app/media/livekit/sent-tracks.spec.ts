import { type LocalTrack, type Room, RoomEvent } from 'livekit-client';
import { settled } from '../../testing/screen';
import { SentTracks } from './sent-tracks';

/** A room that forgets what it is told to. */
class FakeRoom {
  readonly trackPublications = new Map<LocalTrack, { readonly track: LocalTrack }>();
  readonly localParticipant = this;
  problem: Error | null = null;
  published = 0;
  private reconnected: () => void = () => undefined;

  get asRoom(): Room {
    // Of LiveKit's room no more than this is used.
    return this as unknown as Room;
  }

  on(event: RoomEvent, listener: () => void): this {
    if (event === RoomEvent.Reconnected) this.reconnected = listener;
    return this;
  }

  publishTrack(track: LocalTrack): Promise<void> {
    if (this.problem) return Promise.reject(this.problem);
    this.published += 1;
    this.trackPublications.set(track, { track });
    return Promise.resolve();
  }

  unpublishTrack(track: LocalTrack): Promise<void> {
    this.trackPublications.delete(track);
    return Promise.resolve();
  }

  async reconnect(): Promise<void> {
    this.reconnected();
    await settled();
  }
}

/** A track of which only matters which one it is. */
function aTrack(): LocalTrack {
  const track: unknown = {};
  return track as LocalTrack;
}

describe('SentTracks', () => {
  const [camera, microphone] = [aTrack(), aTrack()];
  let room: FakeRoom;
  let sent: SentTracks;

  beforeEach(async () => {
    room = new FakeRoom();
    sent = new SentTracks(room.asRoom);
    await sent.add(camera);
    await sent.add(microphone);
  });

  function now(): readonly LocalTrack[] {
    return [...room.trackPublications.keys()];
  }

  it('FAIL-9 sends again what was forgotten, and nothing else', async () => {
    room.trackPublications.delete(camera);
    await room.reconnect();
    expect(now()).toEqual([microphone, camera]);
    expect(room.published).toBe(3);
    await room.reconnect();
    expect(room.published).toBe(3);
  });

  it('FAIL-9 goes on where that fails too', async () => {
    room.trackPublications.clear();
    room.problem = new Error('cut again');
    await room.reconnect();
    room.problem = null;
    await room.reconnect();
    expect(now()).toEqual([camera, microphone]);
  });

  it('ROOM-3 sends nothing that was taken back, or that never could be sent', async () => {
    await sent.remove(camera);
    room.problem = new Error('no');
    const late = aTrack();
    await expectAsync(sent.add(late)).toBeRejectedWithError('no');
    room.problem = null;
    await room.reconnect();
    expect(now()).toEqual([microphone]);
  });
});
