import {
  Arg,
  createUnionType,
  Ctx,
  Field,
  ID,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Resolver,
} from 'type-graphql';
import type { RequestContext } from '../../accounts/request-context.ts';
import { DateTime } from '../../platform/graphql/date-time.ts';
import { badInput } from '../../platform/graphql/errors.ts';
import { Problem } from '../../platform/graphql/problem.ts';
import { isId } from '../../platform/ids.ts';
import { SessionAlreadyEnded } from '../../sessions/graphql/session-problem-type.ts';
import type { SessionAccess } from '../../sessions/session-access.ts';
import type { IceServer, WayIn } from '../ice-servers.ts';
import type { EnterRoom } from '../use-cases/enter-room.ts';
import type { JoinRequest, JoinSession } from '../use-cases/join-session.ts';
import type { UseHere } from '../use-cases/use-here.ts';

@ObjectType('IceServer', { description: 'A STUN or TURN server, in the words of WebRTC.' })
export class IceServerType {
  @Field(() => String, {
    description: 'Its address, which begins with `stun:`, `turn:` or `turns:`.',
  })
  readonly url: string;

  @Field(() => String, { nullable: true, description: 'Who one is to a TURN server.' })
  readonly username: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The password to that, for the time of the token. A secret.',
  })
  readonly credential: string | null;

  constructor({ url, username, credential }: IceServer) {
    this.url = url;
    this.username = username;
    this.credential = credential;
  }
}

@ObjectType('MediaAccess', {
  description: 'What a browser needs to enter a room at the media server.',
})
export class MediaAccessType {
  @Field(() => String, { description: 'Where the media server listens.' })
  readonly url: string;

  @Field(() => String, { description: 'Proof of the right to enter this one room. A secret.' })
  readonly token: string;

  @Field(() => String, { description: 'Who one is in the room.' })
  readonly identity: string;

  @Field(() => DateTime, { description: 'Until when the token works.' })
  readonly validUntil: number;

  @Field(() => [IceServerType], {
    description:
      'Servers that help to get through, in the order in which to try them. None: take those that the media server names.',
  })
  readonly iceServers: readonly IceServerType[];

  @Field(() => Boolean, { description: 'Whether to go by way of the TURN servers only.' })
  readonly isRelayOnly: boolean;

  constructor({ url, token, identity, validUntil, iceServers, isRelayOnly }: WayIn) {
    this.url = url;
    this.token = token;
    this.identity = identity;
    this.validUntil = validUntil;
    this.iceServers = iceServers.map((server) => new IceServerType(server));
    this.isRelayOnly = isRelayOnly;
  }
}

@InputType({ description: 'Which page enters which session.' })
export class JoinSessionInput {
  @Field(() => ID, { description: 'Identifier of the session.' })
  sessionId!: string;

  @Field(() => ID, {
    description: 'A UUID that names the page, so that two tabs are two connections of one person.',
  })
  connectionId!: string;
}

@ObjectType({ implements: Problem, description: 'The room is not open yet.' })
class JoinWindowClosed extends Problem {
  @Field(() => DateTime, { description: 'When it opens.' })
  readonly opensAt: number;

  constructor(opensAt: number) {
    super('The room is not open yet.');
    this.opensAt = opensAt;
  }
}

@ObjectType({ implements: Problem, description: 'The media server does not answer.' })
export class MediaUnavailable extends Problem {
  constructor() {
    super('Video service unavailable. Try again.');
  }
}

const JoinSessionResult = createUnionType({
  name: 'JoinSessionResult',
  description: 'The way into the room, or why there is none.',
  types: () => [MediaAccessType, JoinWindowClosed, SessionAlreadyEnded, MediaUnavailable] as const,
});

type WayInAnswer = MediaAccessType | JoinWindowClosed | SessionAlreadyEnded | MediaUnavailable;

@ObjectType({ description: 'The page is in the room: it is seen, and sends and receives.' })
export class RoomEntered {
  @Field(() => ID, { description: 'The media server’s name of this stay.' })
  readonly sid: string;

  constructor(sid: string) {
    this.sid = sid;
  }
}

@ObjectType({ implements: Problem, description: 'The page does not wait at the door.' })
export class NotWaiting extends Problem {
  constructor() {
    super('This page does not wait to be let in. Use `joinSession`.');
  }
}

const EnterRoomResult = createUnionType({
  name: 'EnterRoomResult',
  description: 'That the page is in the room, or why it is not.',
  types: () =>
    [RoomEntered, NotWaiting, JoinWindowClosed, SessionAlreadyEnded, MediaUnavailable] as const,
});

@ObjectType({ description: 'The call of a person is on one page only.' })
export class CallMoved {
  @Field(() => Int, { description: 'How many other connections of the person were ended.' })
  readonly closed: number;

  constructor(closed: number) {
    this.closed = closed;
  }
}

const UseHereResult = createUnionType({
  name: 'UseHereResult',
  description: 'That the call is on this page only, or why it is not.',
  types: () => [CallMoved, MediaUnavailable] as const,
});

@Resolver()
export class MediaResolver {
  constructor(
    private readonly access: SessionAccess,
    private readonly useCases: {
      readonly join: JoinSession;
      readonly enter: EnterRoom;
      readonly useHere: UseHere;
    },
  ) {}

  @Mutation(() => JoinSessionResult, { description: 'Asks for the way into a session’s room.' })
  async joinSession(
    @Ctx() context: RequestContext,
    @Arg('input', () => JoinSessionInput, { description: 'Who enters what.' })
    input: JoinSessionInput,
  ): Promise<WayInAnswer> {
    return await this.wayIn(context, input, 'ROOM');
  }

  @Mutation(() => JoinSessionResult, {
    description:
      'Asks for a connection to hold while the viewer has not joined yet, so that joining is quick. ' +
      'Nobody sees it, and it sends and receives nothing until `enterRoom`.',
  })
  async waitToJoin(
    @Ctx() context: RequestContext,
    @Arg('input', () => JoinSessionInput, { description: 'Who waits for what.' })
    input: JoinSessionInput,
  ): Promise<WayInAnswer> {
    return await this.wayIn(context, input, 'DOOR');
  }

  @Mutation(() => EnterRoomResult, {
    description: 'Lets a page in that is connected by `waitToJoin`: the viewer joins.',
  })
  async enterRoom(
    @Ctx() context: RequestContext,
    @Arg('input', () => JoinSessionInput, { description: 'Who enters what.' })
    input: JoinSessionInput,
  ): Promise<RoomEntered | NotWaiting | Exclude<WayInAnswer, MediaAccessType>> {
    const answer = await this.useCases.enter.run(await this.pageOf(context, input));
    if ('sid' in answer) return new RoomEntered(answer.sid);
    if ('opensAt' in answer) return new JoinWindowClosed(answer.opensAt);
    if (answer.rejected === 'NOT_WAITING') return new NotWaiting();
    return answer.rejected === 'ENDED' ? new SessionAlreadyEnded() : new MediaUnavailable();
  }

  @Mutation(() => UseHereResult, {
    description: 'Moves the viewer’s call to one page: their other pages are put out of the room.',
  })
  async useHere(
    @Ctx() context: RequestContext,
    @Arg('input', () => JoinSessionInput, { description: 'Which page keeps the call.' })
    input: JoinSessionInput,
  ): Promise<CallMoved | MediaUnavailable> {
    const answer = await this.useCases.useHere.run(await this.pageOf(context, input));
    return 'closed' in answer ? new CallMoved(answer.closed) : new MediaUnavailable();
  }

  private async wayIn(
    context: RequestContext,
    input: JoinSessionInput,
    stay: 'ROOM' | 'DOOR',
  ): Promise<WayInAnswer> {
    const answer = await this.useCases.join.run(await this.pageOf(context, input), stay);
    if ('access' in answer) return new MediaAccessType(answer.access);
    if ('opensAt' in answer) return new JoinWindowClosed(answer.opensAt);
    return answer.rejected === 'ENDED' ? new SessionAlreadyEnded() : new MediaUnavailable();
  }

  /** The page of a participant of the session; nobody else has one. */
  private async pageOf(context: RequestContext, input: JoinSessionInput): Promise<JoinRequest> {
    const { personId } = await this.access.require(context, 'JOIN', input.sessionId);
    if (!isId(input.connectionId)) throw badInput('`connectionId` is to be a UUID.');
    return { ...input, personId };
  }
}
