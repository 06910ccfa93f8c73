import {
  DisconnectReason,
  LeaveRequest,
  LeaveRequest_Action as LeaveAction,
  SignalRequest,
  SignalResponse,
  SimulateScenario,
} from '@livekit/protocol';
import type { Page } from '@playwright/test';

/** What LiveKit’s server can be asked to do to a connection, as its client library asks. */
export type Scenario = SimulateScenario['scenario'];

declare global {
  interface Window {
    /** The lines to the media server that this page has opened. */
    signals?: WebSocket[];
  }
}

/** The line between a page and the media server over which they agree on media. */
export class Signals {
  private readonly page: Page;

  private constructor(page: Page) {
    this.page = page;
  }

  /** To be called before the page is opened. */
  static async of(page: Page): Promise<Signals> {
    await page.addInitScript(keepSignals);
    return new Signals(page);
  }

  /** How often the page has opened it. */
  async opened(): Promise<number> {
    return await this.page.evaluate(() => window.signals?.length ?? 0);
  }

  /** Has the server do it to this page’s connection. */
  async ask(scenario: Scenario): Promise<void> {
    const simulate = new SimulateScenario({ scenario });
    const request = new SignalRequest({ message: { case: 'simulate', value: simulate } });
    await this.page.evaluate(
      (bytes) => {
        window.signals?.at(-1)?.send(new Uint8Array(bytes));
      },
      [...request.toBinary()],
    );
  }

  /**
   * Tells the page, as the server would, to connect anew. The server that is tried passes over the request
   * to say so itself (`leaveRequestFullReconnect`), and has its own client say it after others.
   */
  async sendAway(): Promise<void> {
    const leave = new LeaveRequest({
      reason: DisconnectReason.STATE_MISMATCH,
      action: LeaveAction.RECONNECT,
    });
    const response = new SignalResponse({ message: { case: 'leave', value: leave } });
    await this.page.evaluate(
      (bytes) => {
        const data = new Uint8Array(bytes).buffer;
        window.signals?.at(-1)?.dispatchEvent(new MessageEvent('message', { data }));
      },
      [...response.toBinary()],
    );
  }

  /** Closes it, as what lies between the two may do at any time. */
  async cut(): Promise<void> {
    await this.page.evaluate(() => {
      window.signals?.at(-1)?.close();
    });
  }
}

/** Runs in the page before its own scripts. */
function keepSignals(): void {
  const signals: WebSocket[] = (window.signals = []);
  window.WebSocket = class extends WebSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols);
      if (new URL(url).pathname.startsWith('/rtc')) signals.push(this);
    }
  };
}
