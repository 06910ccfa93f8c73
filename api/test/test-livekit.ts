import type { LiveKit, LiveKitOptions } from '../../launcher/livekit.mjs';

type Launcher = typeof import('../../launcher/livekit.mjs');

/** Starts a real LiveKit on free ports of this machine. */
export async function startLiveKit(options: LiveKitOptions = {}): Promise<LiveKit> {
  // Compiled tests lie one folder deeper than their sources, so the path is made when they run.
  const path = new URL('../../../launcher/livekit.mjs', import.meta.url).href;
  const launcher = (await import(path)) as Launcher;
  return await launcher.startLiveKit(options);
}
