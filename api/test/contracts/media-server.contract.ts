import { ForgedNotice, type MediaServer, MediaServerAway } from '../../src/media/media-server.ts';
import { newId } from '../../src/platform/ids.ts';

export interface MediaServersUnderTest {
  readonly server: MediaServer;
  /** One of the same kind that is gone. */
  readonly gone: MediaServer;
}

/** What every media server must keep to, and every fake of one. */
export function mediaServerContract(open: () => Promise<MediaServersUnderTest>): void {
  let part: MediaServersUnderTest;
  const sessionId = newId();

  beforeAll(async () => {
    part = await open();
  }, 120_000);

  it('LIFE-2 opens a room once however often it is asked', async () => {
    const { server } = part;
    await server.openRoom(sessionId);
    await server.openRoom(sessionId);
    const rooms = await server.openRooms();
    expect(rooms.filter((room) => room === sessionId)).toEqual([sessionId]);
    expect(await server.inRoom(sessionId)).toEqual([]);
  });

  it('LIFE-2 finds nobody in a room that is not there', async () => {
    expect(await part.server.inRoom(newId())).toEqual([]);
  });

  it('LIFE-5 closes a room, and does nothing where there is none', async () => {
    const { server } = part;
    const gone = newId();
    await server.openRoom(gone);
    await server.closeRoom(gone);
    await server.closeRoom(gone);
    expect(await server.openRooms()).not.toContain(gone);
  });

  it('LIFE-2 puts nobody out who is not there', async () => {
    const { server } = part;
    const stranger = { personId: newId(), connectionId: newId() };
    await server.putOut(sessionId, stranger);
    await server.putOut(newId(), stranger);
    expect(await server.inRoom(sessionId)).toEqual([]);
  });

  it('LIFE-2 lets nobody in who does not wait', async () => {
    const { server } = part;
    await server.openRoom(sessionId);
    const stranger = { sessionId, personId: newId(), connectionId: newId() };
    const role = 'LEARNER' as const;
    const admission = { ...stranger, displayName: 'Ana', role, sources: [], at: 1 };
    expect(await server.letIn(admission)).toBeNull();
    expect(await server.letIn({ ...admission, sessionId: newId() })).toBeNull();
    expect(await server.inRoom(sessionId)).toEqual([]);
    await expectAsync(part.gone.letIn(admission)).toBeRejectedWithError(MediaServerAway);
  });

  it('PRE-8 opens a room to try the way in, which is the room of no session', async () => {
    const { server } = part;
    const page = { personId: newId(), connectionId: newId() };
    const before = await server.openRooms();
    const validUntil = 4_000_000_000_000;
    const access = await server.openCheck({ ...page, displayName: 'Ana', validUntil });
    expect(access.validUntil).toBe(validUntil);
    expect(access.identity).toBe(`${page.personId}:${page.connectionId}`);
    expect(await server.openRooms()).toEqual(before);
  });

  it('LIFE-2 does not believe a notice of somebody else', async () => {
    const forged = part.server.readNotice('{"event":"participant_left"}', 'nobody', 0);
    await expectAsync(forged).toBeRejectedWithError(ForgedNotice);
  });

  it('FAIL-12 says that it cannot be reached', async () => {
    const { gone: server } = part;
    await expectAsync(server.inRoom(sessionId)).toBeRejectedWithError(MediaServerAway);
    await expectAsync(server.openRoom(sessionId)).toBeRejectedWithError(MediaServerAway);
    await expectAsync(server.closeRoom(sessionId)).toBeRejectedWithError(MediaServerAway);
    const check = { personId: newId(), connectionId: newId(), displayName: 'Ana', validUntil: 0 };
    await expectAsync(server.openCheck(check)).toBeRejectedWithError(MediaServerAway);
    await expectAsync(server.openRooms()).toBeRejectedWithError(MediaServerAway);
  });
}
