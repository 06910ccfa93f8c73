import { Service, inject } from '@angular/core';
import { lastValueFrom } from 'rxjs';
import type { ReportIssueInput } from '../graphql/schema-types';
import { GraphqlClient } from '../platform/graphql-client';
import { SingleFlight } from '../platform/single-flight';
import { queued } from './domain/issue-queue';
import { ReportIssueDocument } from './issues-operations';

/** Issues on their way to the server, one after the other. They wait while it is away, as long as the page lives. */
@Service()
export class IssueOutbox {
  private readonly graphql = inject(GraphqlClient);
  private readonly sending = new SingleFlight(() => this.sendAll());
  private waiting: readonly ReportIssueInput[] = [];

  put(issue: ReportIssueInput): void {
    this.waiting = queued(this.waiting, issue);
    void this.sending.run();
  }

  private async sendAll(): Promise<void> {
    let [input] = this.waiting;
    while (input) {
      await this.send(input);
      // Something newer of the same issue may have come meanwhile, and is told then.
      this.waiting = this.waiting.filter((one) => one !== input);
      [input] = this.waiting;
    }
  }

  private async send(input: ReportIssueInput): Promise<void> {
    try {
      await lastValueFrom(this.graphql.ask(ReportIssueDocument, { input }, () => undefined));
    } catch {
      // The server does not want it, now or later.
    }
  }
}
