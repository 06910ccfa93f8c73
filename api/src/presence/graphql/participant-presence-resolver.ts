import { FieldResolver, registerEnumType, Resolver, Root } from 'type-graphql';
import { DateTime } from '../../platform/graphql/date-time.ts';
import { ParticipantType } from '../../sessions/graphql/session-part-type.ts';
import { presenceIn, type PersonPresence } from '../../sessions/sessions.ts';

const PresenceEnum = {
  ABSENT: 'ABSENT',
  ATTENDING: 'ATTENDING',
  IN_ROOM: 'IN_ROOM',
  AWAY: 'AWAY',
  REJOINING: 'REJOINING',
} as const satisfies Record<PersonPresence['status'], string>;

registerEnumType(PresenceEnum, {
  name: 'Presence',
  description: 'Where a person is, as far as a session is concerned.',
  valuesConfig: {
    ABSENT: { description: 'Not here.' },
    ATTENDING: { description: 'Has the session’s page open, and is not in the room.' },
    IN_ROOM: { description: 'In the room.' },
    AWAY: {
      description: 'Was in the room, dropped out, and may be back within the rejoin window.',
    },
    REJOINING: { description: 'Dropped out of the room, and has opened the page again since.' },
  },
});

@Resolver(() => ParticipantType)
export class ParticipantPresenceResolver {
  @FieldResolver(() => PresenceEnum, { description: 'Where the person is now.' })
  presence(@Root() participant: ParticipantType): PersonPresence['status'] {
    return presenceIn(participant.session, participant.personId).status;
  }

  @FieldResolver(() => DateTime, {
    nullable: true,
    description: 'Since when, where the person is in the room or away from it.',
  })
  since(@Root() participant: ParticipantType): number | null {
    return presenceIn(participant.session, participant.personId).since;
  }
}
