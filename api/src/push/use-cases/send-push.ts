import type { PushTarget } from '../domain/push-subscription.ts';
import type { Outcome, OutgoingMessage, PushSender } from '../delivery/push-sender.ts';

interface Targets {
  targetsOf(personId: string): Promise<readonly PushTarget[]>;
  forget(target: PushTarget): Promise<void>;
}

/** Tells somebody on all of their devices, and forgets those that are gone. */
export class SendPush {
  constructor(
    private readonly devices: Targets,
    private readonly sender: Pick<PushSender, 'send'>,
  ) {}

  async run(
    personId: string,
    message: OutgoingMessage,
  ): Promise<Readonly<Record<Outcome, number>>> {
    const targets = await this.devices.targetsOf(personId);
    const outcomes = await Promise.all(targets.map((target) => this.tell(target, message)));
    const count = (outcome: Outcome) => outcomes.filter((one) => one === outcome).length;
    return { delivered: count('delivered'), gone: count('gone'), failed: count('failed') };
  }

  private async tell(target: PushTarget, message: OutgoingMessage): Promise<Outcome> {
    const outcome = await this.sender.send(target, message);
    // One that is not forgotten now is gone again the next time; the message is out already.
    if (outcome === 'gone') await this.devices.forget(target).catch(() => undefined);
    return outcome;
  }
}
