import { Field, ID, ObjectType } from 'type-graphql';
import { PersonType } from '../../accounts/graphql/person-type.ts';
import type { Person } from '../../accounts/person.ts';
import { DateTime } from '../../platform/graphql/date-time.ts';
import type { ProposedTime } from '../domain/session-event.ts';
import type { RescheduleProposal } from '../domain/session-state.ts';

@ObjectType('ProposedTime', { description: 'When the session might be instead.' })
export class ProposedTimeType {
  @Field(() => DateTime, { description: 'Start.' })
  readonly startsAt: number;

  @Field(() => DateTime, { description: 'End.' })
  readonly endsAt: number;

  constructor({ startsAt, endsAt }: ProposedTime) {
    this.startsAt = startsAt;
    this.endsAt = endsAt;
  }
}

@ObjectType('RescheduleProposal', {
  description: 'Other times for a session; the other person accepts one of them, or none.',
})
export class RescheduleProposalType {
  constructor(
    private readonly proposal: RescheduleProposal,
    private readonly proposer: Person,
  ) {}

  @Field(() => ID, { description: 'Identifier; a newer proposal has another one.' })
  get id(): string {
    return this.proposal.id;
  }

  @Field(() => PersonType, { description: 'Who proposes.' })
  get by(): PersonType {
    return new PersonType(this.proposer);
  }

  @Field(() => String, { description: 'What they say to it; may be empty.' })
  get note(): string {
    return this.proposal.note;
  }

  @Field(() => [ProposedTimeType], { description: 'The times to choose from, the earliest first.' })
  get times(): readonly ProposedTimeType[] {
    return this.proposal.times.map((time) => new ProposedTimeType(time));
  }

  @Field(() => DateTime, { description: 'When it was proposed.' })
  get proposedAt(): number {
    return this.proposal.at;
  }
}
