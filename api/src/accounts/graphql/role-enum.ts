import { registerEnumType } from 'type-graphql';
import type { Role } from '../viewer.ts';

export const RoleEnum: Readonly<Record<Role, Role>> = {
  MENTOR: 'MENTOR',
  LEARNER: 'LEARNER',
  ADMIN: 'ADMIN',
};

registerEnumType(RoleEnum, {
  name: 'Role',
  description: 'What somebody is in PeerLearn, or in one session.',
  valuesConfig: {
    MENTOR: { description: 'Teaches, and schedules sessions.' },
    LEARNER: { description: 'Learns.' },
    ADMIN: { description: 'Runs this PeerLearn.' },
  },
});
