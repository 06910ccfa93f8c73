import type { Page } from '@playwright/test';

/** The cameras that a browser was started with, of which some can be kept from its pages. */
export interface Plugs {
  pull(camera: string): Promise<void>;
  plug(camera: string): Promise<void>;
}

interface Sockets {
  pull(camera: string): void;
  plug(camera: string): void;
}

/**
 * Nobody can pull a plug of a camera that is made up. So the page is told what it would be told: the
 * device is not listed and does not open, its tracks end, and `devicechange` is heard. What the app
 * makes of that is real; that the browser notices a plug is taken on trust.
 */
export async function holdPlugs(page: Page, pulled: readonly string[]): Promise<Plugs> {
  await page.addInitScript(replaceSockets, pulled);
  const turn = (what: keyof Sockets, camera: string) =>
    page.evaluate(
      ([act, label]) => {
        (globalThis as unknown as { sockets: Sockets }).sockets[act](label);
      },
      [what, camera] as const,
    );
  return {
    pull: (camera) => turn('pull', camera),
    plug: (camera) => turn('plug', camera),
  };
}

/** Runs in the page before its own scripts. */
function replaceSockets(pulled: readonly string[]): void {
  const away = new Set(pulled);
  const tracks = new Set<MediaStreamTrack>();
  const { mediaDevices } = navigator;
  const list = mediaDevices.enumerateDevices.bind(mediaDevices);
  const open = mediaDevices.getUserMedia.bind(mediaDevices);
  const isThere = ({ kind, label }: MediaDeviceInfo) => kind !== 'videoinput' || !away.has(label);
  const change = () => mediaDevices.dispatchEvent(new Event('devicechange'));

  mediaDevices.enumerateDevices = async () => (await list()).filter(isThere);
  /** The wish for a camera as a browser without the others would take it. */
  const wishOf = async (wish: MediaStreamConstraints): Promise<MediaStreamConstraints> => {
    const cameras = (await mediaDevices.enumerateDevices()).filter(
      ({ kind }) => kind === 'videoinput',
    );
    const [first] = cameras;
    if (!first) throw new DOMException('no camera', 'NotFoundError');
    // Before the permission is given they have no ids; then the first is taken anyway.
    if (first.deviceId === '') return wish;
    const wanted = typeof wish.video === 'object' ? wish.video : {};
    const named = JSON.stringify(wanted.deviceId ?? '');
    if (cameras.some(({ deviceId }) => named.includes(deviceId))) return wish;
    return { ...wish, video: { ...wanted, deviceId: { exact: first.deviceId } } };
  };
  mediaDevices.getUserMedia = async (wish = {}) => {
    const stream = await open(wish.video ? await wishOf(wish) : wish);
    const [track] = stream.getVideoTracks();
    if (track && away.has(track.label)) {
      for (const one of stream.getTracks()) one.stop();
      throw new DOMException('the camera is gone', 'NotFoundError');
    }
    if (track) tracks.add(track);
    return stream;
  };
  const sockets: Sockets = {
    pull(camera) {
      away.add(camera);
      for (const track of tracks) {
        if (track.label !== camera || track.readyState === 'ended') continue;
        track.stop();
        track.dispatchEvent(new Event('ended'));
      }
      change();
    },
    plug(camera) {
      away.delete(camera);
      change();
    },
  };
  Object.assign(globalThis, { sockets });
}
