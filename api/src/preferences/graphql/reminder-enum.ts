import { registerEnumType } from 'type-graphql';
import type { NoticeChannel, ReminderLead } from '../domain/preferences.ts';

export const ReminderLeadEnum: Readonly<Record<ReminderLead, ReminderLead>> = {
  DAY: 'DAY',
  HOUR: 'HOUR',
  QUARTER: 'QUARTER',
  START: 'START',
};

export const NoticeChannelEnum: Readonly<Record<NoticeChannel, NoticeChannel>> = {
  EMAIL: 'EMAIL',
  PUSH: 'PUSH',
  IN_APP: 'IN_APP',
};

registerEnumType(ReminderLeadEnum, {
  name: 'ReminderLead',
  description: 'How long before a session a reminder goes out.',
  valuesConfig: {
    DAY: { description: '24 hours before.' },
    HOUR: { description: '1 hour before.' },
    QUARTER: { description: '15 minutes before.' },
    START: { description: '1 minute before: "Your session is starting! Please join now."' },
  },
});

registerEnumType(NoticeChannelEnum, {
  name: 'NoticeChannel',
  description: 'A way on which notices reach a person.',
  valuesConfig: {
    EMAIL: { description: 'By e-mail.' },
    PUSH: { description: 'By the system of the person’s devices.' },
    IN_APP: { description: 'In the list that the pages of PeerLearn show.' },
  },
});
