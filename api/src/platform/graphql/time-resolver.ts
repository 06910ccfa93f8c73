import { Query, Resolver } from 'type-graphql';
import type { Clock } from '../clock.ts';
import { DateTime } from './date-time.ts';

@Resolver()
export class TimeResolver {
  constructor(private readonly clock: Clock) {}

  @Query(() => DateTime, { description: 'The time by the server’s clock, which countdowns go by.' })
  serverTime(): number {
    return this.clock.now();
  }
}
