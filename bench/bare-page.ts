import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';

declare global {
  interface Window {
    /** Takes camera and microphone, so that only the way into the room is measured. */
    prepare(): Promise<void>;
    /** Enters and publishes; instants of the page's machine, in milliseconds since the epoch. */
    enter(url: string, token: string): Promise<{ connectedAt: number }>;
    /** Presses the button; resolves with the time until another's picture has arrived. */
    pressJoin(url: string, token: string): Promise<number>;
    leave(): Promise<void>;
  }
}

const page = `<!doctype html><html lang="en"><title>Bare</title><body><button>Join</button>
<script src="/livekit.js"></script><script>
const room = new LivekitClient.Room({ adaptiveStream: true, dynacast: true });
let tracks = [];
const now = () => performance.timeOrigin + performance.now();
window.prepare = async () => {
  tracks = await LivekitClient.createLocalTracks({ audio: true, video: true });
};
window.enter = async (url, token) => {
  await room.connect(url, token);
  const connectedAt = now();
  await Promise.all(tracks.map((track) => room.localParticipant.publishTrack(track)));
  return { connectedAt };
};
window.pressJoin = (url, token) => new Promise((resolve, reject) => {
  const button = document.querySelector('button');
  let pressedAt;
  room.on('trackSubscribed', (track) => {
    if (track.kind !== 'video') return;
    const video = track.attach();
    video.style.width = '640px';
    document.body.append(video);
    video.requestVideoFrameCallback(() => resolve(now() - pressedAt));
  });
  button.onclick = () => {
    pressedAt = now();
    enter(url, token).catch(reject);
  };
  button.click();
});
window.leave = () => room.disconnect();
</script></body></html>`;

/** A page with nothing but LiveKit's own client on it, served on this machine. */
export async function serveBarePage(): Promise<{ url: string } & AsyncDisposable> {
  const client = createRequire(import.meta.url).resolve('livekit-client');
  const script = await readFile(client.replace(/[^/]+$/, 'livekit-client.umd.js'));
  const server: Server = createServer((request, response) => {
    const isScript = request.url === '/livekit.js';
    response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html');
    response.end(isScript ? script : page);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${String(port)}/`,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
