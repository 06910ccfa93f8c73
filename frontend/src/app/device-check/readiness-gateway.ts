import { Service, inject } from '@angular/core';
import type { DeviceResult } from '../graphql/schema-types';
import { GraphqlClient } from '../platform/graphql-client';
import { ReportReadinessDocument } from './device-check-operations';
import type { Part } from './domain/check-steps';

/** Tells the other whether somebody's devices work. */
@Service()
export class ReadinessGateway {
  private readonly graphql = inject(GraphqlClient);

  /** Whether it was kept, so that the other sees it. */
  async report(sessionId: string, results: Readonly<Record<Part, DeviceResult>>): Promise<boolean> {
    try {
      const input = { sessionId, ...results };
      const { reportReadiness } = await this.graphql.mutate(ReportReadinessDocument, { input });
      return reportReadiness.__typename === 'Session';
    } catch {
      return false;
    }
  }
}
