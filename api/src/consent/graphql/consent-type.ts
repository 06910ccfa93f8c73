import { createUnionType, Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { PersonType } from '../../accounts/graphql/person-type.ts';
import type { Person } from '../../accounts/person.ts';
import { DateTime } from '../../platform/graphql/date-time.ts';
import { Problem } from '../../platform/graphql/problem.ts';
import {
  ConsentKindEnum,
  ConsentPolicyEnum,
  SessionEventTypeEnum,
} from '../../sessions/graphql/session-enums-type.ts';
import { SessionAlreadyEnded } from '../../sessions/graphql/session-problem-type.ts';
import { SessionType } from '../../sessions/graphql/session-type.ts';
import type {
  ConsentKind,
  ConsentPolicy,
  ConsentRecord,
  SessionEventType,
} from '../../sessions/sessions.ts';
import type { ConsentStand } from '../consent-book.ts';
import type { ConsentAct, ConsentRefusal, ConsentState } from '../domain/consent.ts';
import type { ConsentSpan } from '../domain/consent-spans.ts';

type ConsentStatus = ConsentState['status'] | 'OFF';

const statuses = {
  OFF: 'OFF',
  NOT_ASKED: 'NOT_ASKED',
  ASKED: 'ASKED',
  RUNNING: 'RUNNING',
  PAUSED: 'PAUSED',
  DECLINED: 'DECLINED',
  WITHDRAWN: 'WITHDRAWN',
} as const satisfies Readonly<Record<ConsentStatus, ConsentStatus>>;

registerEnumType(statuses, {
  name: 'ConsentStatus',
  description: 'How things stand with what runs only if both want it.',
  valuesConfig: {
    OFF: { description: 'The course has it off, or it cannot be done here.' },
    NOT_ASKED: { description: 'Nobody has asked for it.' },
    ASKED: { description: 'Somebody’s answer is awaited; nothing runs.' },
    RUNNING: { description: 'Both agreed, so it may run.' },
    PAUSED: { description: 'Both agreed, and are off the record; nothing runs.' },
    DECLINED: { description: 'One of them did not agree; nothing runs.' },
    WITHDRAWN: { description: 'One of them withdrew what they agreed to; nothing runs.' },
  },
});

const acts = {
  REQUEST: 'REQUEST',
  AGREE: 'AGREE',
  DECLINE: 'DECLINE',
  PAUSE: 'PAUSE',
  RESUME: 'RESUME',
  WITHDRAW: 'WITHDRAW',
} as const satisfies Readonly<Record<ConsentAct, ConsentAct>>;

registerEnumType(acts, {
  name: 'ConsentAct',
  description: 'What a person wants of it. A no counts whenever it comes.',
  valuesConfig: {
    REQUEST: { description: 'Ask for it, and agree to it; where the other has asked, agree.' },
    AGREE: { description: 'Yes, to what is asked.' },
    DECLINE: { description: 'No.' },
    PAUSE: { description: 'Go off the record, or stay off it when asked to go on.' },
    RESUME: {
      description: 'Go on. Whoever did not go off the record asks the other by that.',
    },
    WITHDRAW: { description: 'Agree no longer; both are to be asked anew.' },
  },
});

@ObjectType('ConsentSpan', { description: 'A time in which both agreed.' })
export class ConsentSpanType {
  @Field(() => DateTime, { description: 'From when.' })
  readonly from: number;

  @Field(() => DateTime, {
    nullable: true,
    description: 'Until when; null while it lasts, and where it lasted until the end.',
  })
  readonly to: number | null;

  constructor({ from, to }: ConsentSpan) {
    this.from = from;
    this.to = to;
  }
}

@ObjectType('ConsentWord', { description: 'What one of the two said of it.' })
export class ConsentWordType {
  @Field(() => SessionEventTypeEnum, { description: 'What was said: one of `CONSENT_…`.' })
  readonly type: SessionEventType;

  @Field(() => PersonType, { description: 'Who said it.' })
  readonly person: PersonType;

  @Field(() => DateTime, { description: 'When.' })
  readonly at: number;

  constructor({ type, at }: ConsentRecord, person: Person) {
    this.type = type;
    this.person = new PersonType(person);
    this.at = at;
  }
}

@ObjectType('Consent', {
  description: 'How things stand with the transcript or the recording of a session.',
})
export class ConsentType {
  @Field(() => ConsentKindEnum, { description: 'What it is about.' })
  readonly kind: ConsentKind;

  @Field(() => ConsentPolicyEnum, {
    description: 'What the course wants; `OFF` also where it cannot be done here.',
  })
  readonly policy: ConsentPolicy;

  @Field(() => String, {
    nullable: true,
    description:
      'Who writes down what is said, and where, in words; null of a recording. Known before anybody agrees.',
  })
  readonly engine: string | null;

  @Field(() => statuses, { description: 'How it stands.' })
  readonly status: ConsentStatus;

  @Field(() => ID, {
    nullable: true,
    description: 'Of `ASKED`, `DECLINED`, `WITHDRAWN`: by whom; null where the course asks.',
  })
  readonly by: string | null;

  @Field(() => [ID], { description: 'Who agrees as it stands.' })
  readonly agreedBy: readonly string[];

  @Field(() => [ID], { description: 'Of `PAUSED`: who went off the record.' })
  readonly pausedBy: readonly string[];

  @Field(() => ID, {
    nullable: true,
    description: 'Of `PAUSED`: who asks the other to go on; null where nobody does.',
  })
  readonly resumeAskedBy: string | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'Since when it stands so; null where nobody has said anything.',
  })
  readonly since: number | null;

  @Field(() => [ConsentSpanType], { description: 'When both agreed, in order.' })
  readonly spans: readonly ConsentSpanType[];

  @Field(() => [ConsentWordType], { description: 'All that was said of it, in order.' })
  readonly words: readonly ConsentWordType[];

  constructor(stand: ConsentStand, people: readonly Person[]) {
    const { kind, policy, engine, state, words, spans } = stand;
    this.kind = kind;
    this.policy = policy;
    this.engine = policy === 'OFF' ? null : engine;
    this.status = policy === 'OFF' ? 'OFF' : state.status;
    this.by = 'by' in state ? state.by : null;
    this.agreedBy = agreedBy(state, people);
    this.pausedBy = state.status === 'PAUSED' ? state.pausedBy : [];
    this.resumeAskedBy = state.status === 'PAUSED' ? state.askedBy : null;
    this.since = words.at(-1)?.at ?? null;
    this.spans = spans.map((span) => new ConsentSpanType(span));
    this.words = words.flatMap((word) => {
      const person = people.find(({ id }) => id === word.personId);
      return person ? [new ConsentWordType(word, person)] : [];
    });
  }
}

function agreedBy(state: ConsentState, people: readonly Person[]): readonly string[] {
  switch (state.status) {
    case 'RUNNING':
    case 'PAUSED':
      return people.map(({ id }) => id);
    case 'ASKED':
      return state.agreed === null ? [] : [state.agreed];
    default:
      return [];
  }
}

@InputType({ description: 'What the viewer says of a transcript or a recording.' })
export class ChangeConsentInput {
  @Field(() => ID, { description: 'Identifier of the session.' })
  sessionId!: string;

  @Field(() => ConsentKindEnum, { description: 'What it is about.' })
  kind!: ConsentKind;

  @Field(() => acts, { description: 'What the viewer wants.' })
  act!: ConsentAct;
}

const refusals: Readonly<Record<ConsentRefusal, string>> = {
  OFF: 'This is not available in this session.',
  NOT_ASKED: 'This question is no longer open.',
  NOT_RUNNING: 'It is not running.',
};

@ObjectType({ implements: Problem, description: 'As things stand, it cannot be done.' })
export class ConsentNotPossible extends Problem {
  constructor(refusal: ConsentRefusal) {
    super(refusals[refusal]);
  }
}

export const ChangeConsentResult = createUnionType({
  name: 'ChangeConsentResult',
  description: 'The session as it is now, or why nothing was changed.',
  types: () => [SessionType, ConsentNotPossible, SessionAlreadyEnded] as const,
});
