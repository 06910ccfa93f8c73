import { Service, inject } from '@angular/core';
import { instantOf } from '../../platform/clock';
import { GraphqlClient } from '../../platform/graphql-client';
import type { Span } from '../domain/on-record';
import {
  BeginRecordingPartDocument,
  FinishRecordingPartDocument,
  RecordedSpansDocument,
} from '../recording-operations';

/** What the recording browser says to the server, and asks of it. */
@Service()
export class RecordingGateway {
  private readonly graphql = inject(GraphqlClient);

  /** Begins a part of this identifier; false where the server wants none. */
  async begin(sessionId: string, partId: string, mediaType: string): Promise<boolean> {
    const variables = { input: { sessionId, partId, mediaType } };
    const { beginRecordingPart: part } = await this.graphql.mutate(
      BeginRecordingPartDocument,
      variables,
      'repeatable',
    );
    return part.__typename === 'RecordingPart';
  }

  /** So many pieces are the whole part. A part that the server has done with already stays as it is. */
  async finish(partId: string, chunks: number): Promise<void> {
    const input = { partId, chunks };
    await this.graphql.mutate(FinishRecordingPartDocument, { input }, 'repeatable');
  }

  /** When both agreed to be recorded, as the server knows it by now. */
  async spans(sessionId: string): Promise<readonly Span[]> {
    const { session } = await this.graphql.query(RecordedSpansDocument, { sessionId });
    const consent = session.consents.find(({ kind }) => kind === 'RECORDING');
    return (consent?.spans ?? []).map(({ from, to }) => ({
      from: instantOf(from),
      to: to === null ? null : instantOf(to),
    }));
  }
}
