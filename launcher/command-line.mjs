import { parseArgs } from 'node:util';
import { LauncherError } from './launcher-error.mjs';

export const help = `PeerLearn

  npm start                 start everything on this machine and print two sign-in links
  npm start -- --port 5000  on another port (or PORT=5000; 4000 unless given)
  npm start -- --reset      begin anew: removes all sessions, people and logs, keeps downloads
  npm start -- --help       this text

  LIVEKIT_URL, LIVEKIT_API_KEY, LIVEKIT_API_SECRET  use a LiveKit server that runs already
  Data and logs are kept in .data/, downloads in .cache/. Ctrl-C ends everything.`;

/**
 * @typedef {{ port: number, isReset: boolean, isHelp: boolean }} StartOptions
 *
 * @param {readonly string[]} args
 * @param {Readonly<Record<string, string | undefined>>} environment
 * @returns {StartOptions}
 */
export function parseStartOptions(args, environment) {
  const { values } = parse(args);
  const text = values.port ?? (environment['PORT'] || '4000');
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new LauncherError(`${text} is no port: give --port (or PORT) a number from 1 to 65535.`);
  }
  return { port, isReset: values.reset === true, isHelp: values.help === true };
}

/** @param {readonly string[]} args */
function parse(args) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        port: { type: 'string', short: 'p' },
        reset: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new LauncherError(`${reason.split('\n')[0]} (npm start -- --help lists the options)`);
  }
}
