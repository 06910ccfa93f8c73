import { type Browser, chromium, type Page } from '@playwright/test';
import { AccessToken } from 'livekit-server-sdk';
import { findChromium } from '../../launcher/chromium.mjs';
import { browserArguments } from './browser-arguments.ts';
import type { Stack } from './stack.ts';

/** It has no devices, and a page of it may record itself: where devices are made up, so is what a page shows. */
const ownArguments = [
  ...browserArguments.filter((argument) => !argument.startsWith('--use-fake-')),
  '--auto-accept-this-tab-capture',
  // As in a network of containers, where it is reached by a name that is no other's, and without TLS.
  '--host-resolver-rules=MAP api 127.0.0.1',
];

/** What a browser says of every page that comes without TLS by a name of the house. */
const withoutTls = 'The Cross-Origin-Opener-Policy header has been ignored';

/** Opens the page that is recorded as Egress does, and can record it: a browser beside those of the people. */
export class Recorder {
  /** What the page said on its console. */
  readonly words: string[] = [];
  /** What it complained of. */
  readonly complaints: string[] = [];
  private readonly browser: Browser;
  readonly page: Page;

  private constructor(browser: Browser, page: Page) {
    this.browser = browser;
    this.page = page;
    page.on('console', (message) => {
      const text = message.text();
      if (message.type() === 'log') this.words.push(text);
      else if (message.type() === 'error' && !text.startsWith(withoutTls))
        this.complaints.push(text);
    });
    page.on('pageerror', (error) => this.complaints.push(error.message));
  }

  /** With a token such as Egress makes for itself. `host` is how it calls this machine. */
  static async open(stack: Stack, sessionId: string, host = '127.0.0.1'): Promise<Recorder> {
    const { LIVEKIT_URL = '', LIVEKIT_API_KEY, LIVEKIT_API_SECRET } = stack.settings;
    const token = new AccessToken(LIVEKIT_API_KEY, LIVEKIT_API_SECRET, { identity: 'EG_recorder' });
    token.kind = 'egress';
    token.addGrant({
      ...{ room: sessionId, roomJoin: true, hidden: true, recorder: true },
      ...{ canSubscribe: true, canPublish: false, canPublishData: false },
    });
    const executablePath = await findChromium();
    const browser = await chromium.launch({ executablePath, args: ownArguments });
    const viewport = { width: 1280, height: 720 };
    const recorder = new Recorder(browser, await browser.newPage({ viewport }));
    const query = { layout: '', url: LIVEKIT_URL, token: await token.toJwt() };
    const page = new URL(`/record?${new URLSearchParams(query).toString()}`, stack.url);
    page.hostname = host;
    await recorder.page.goto(page.href);
    return recorder;
  }

  /** Records the page itself, picture and sound, by the browser that shows it; gives a WebM file. */
  async records(seconds: number): Promise<Buffer> {
    const encoded = await this.page.evaluate(async (length) => {
      const stream = await navigator.mediaDevices.getDisplayMedia({
        ...{ video: { frameRate: 25 }, audio: true, preferCurrentTab: true },
      });
      const recording = new MediaRecorder(stream, { mimeType: 'video/webm;codecs=vp8,opus' });
      const pieces: Blob[] = [];
      const stopped = new Promise((resolve) => {
        recording.onstop = resolve;
      });
      recording.ondataavailable = ({ data }) => pieces.push(data);
      recording.start();
      setTimeout(() => {
        recording.stop();
      }, length * 1000);
      await stopped;
      for (const track of stream.getTracks()) track.stop();
      const reader = new FileReader();
      const isRead = new Promise((resolve) => {
        reader.onload = resolve;
      });
      reader.readAsDataURL(new Blob(pieces));
      await isRead;
      return typeof reader.result === 'string' ? reader.result : '';
    }, seconds);
    return Buffer.from(encoded.slice(encoded.indexOf(',') + 1), 'base64');
  }

  async goes(): Promise<void> {
    await this.browser.close();
  }
}
