import { readFileSync } from 'node:fs';
import { type GraphQLObjectType, buildSchema, getNamedType, isLeafType } from 'graphql';
import { matrix, ownStreams } from './authorisation-matrix.ts';
import { type Scene, verdicts, viewers } from './authorisation-rows.ts';
import { Meeting } from './meeting.ts';
import { agree, said, write } from './transcript-scene.ts';

const schema = buildSchema(readFileSync('schema/schema.graphql', 'utf8'));
const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];

/** Everything that can be asked for, as `Query.session`. */
const operations = roots.flatMap((root) =>
  root ? Object.keys(root.getFields()).map((field) => `${root.name}.${field}`) : [],
);

/** The operation with its arguments as variables, asking for as little as can be. */
function documentOf(name: string): string {
  const [rootName = '', fieldName = ''] = name.split('.');
  const root = roots.find((one): one is GraphQLObjectType => one?.name === rootName);
  const field = root?.getFields()[fieldName];
  if (!field) throw new Error(`${name} is not in the schema`);
  const variables = field.args.map((one) => `$${one.name}: ${String(one.type)}`).join(', ');
  const args = field.args.map((one) => `${one.name}: $${one.name}`).join(', ');
  const parts = isLeafType(getNamedType(field.type)) ? '' : '{ __typename }';
  const named = (list: string) => (list === '' ? '' : `(${list})`);
  return `${rootName.toLowerCase()} ${named(variables)} { ${fieldName}${named(args)} ${parts} }`;
}

interface Asked {
  readonly course: { readonly id: string };
  readonly topics: readonly { readonly id: string }[];
}

const askedQuery = `query ($sessionId: ID!) {
  session(id: $sessionId) { course { id } topics { id } } }`;

async function sceneOf(meeting: Meeting): Promise<Scene> {
  const { api, sessionId, people, cookies, startsAt } = meeting;
  const { session } = await meeting.ask<{ session: Asked }>('mentor', askedQuery);
  const come = async (role: 'LEARNER' | 'MENTOR' | 'ADMIN', name: string) =>
    api.signInAs((await api.addPerson([role], name)).id);
  return {
    ...{ sessionId, startsAt, mentorId: people.mentor.id, learnerId: people.learner.id },
    ...{ courseId: session.course.id, topicIds: session.topics.map(({ id }) => id) },
    cookies: {
      nobody: undefined,
      stranger: await come('LEARNER', 'Sam Stranger'),
      colleague: await come('MENTOR', 'Olga Other'),
      ...cookies,
      admin: await come('ADMIN', 'Ada Admin'),
    },
  };
}

interface Fault {
  readonly message: string;
  readonly extensions?: Readonly<Record<string, unknown>>;
}

function codeOf({ message, extensions }: Fault): string {
  const code = extensions?.['code'];
  return typeof code === 'string' ? code : message;
}

/** An operation that is refused ends with its errors, a socket of nobody with its close event. */
function refusalOf(end: unknown): string {
  if (Array.isArray(end)) return codeOf(end[0] as Fault);
  const isForbidden = typeof end === 'object' && end && 'code' in end && end.code === 4403;
  return isForbidden ? 'UNAUTHENTICATED' : String(end);
}

type Variables = Readonly<Record<string, unknown>>;

/** `yes`, or the code of the error with which it is refused. */
async function answerTo(meeting: Meeting, name: string, variables: Variables, cookie?: string) {
  const document = documentOf(name);
  if (!name.startsWith('Subscription.')) {
    const { errors } = await meeting.api.http(document, variables, cookie);
    return errors[0] ? codeOf(errors[0]) : 'yes';
  }
  await using stream = meeting.api.subscribe(document, variables, cookie);
  try {
    const { errors } = await stream.next();
    return errors[0] ? codeOf(errors[0]) : 'yes';
  } catch (error) {
    if (!stream.isClosed) return String(error);
    return refusalOf(await stream.ended());
  }
}

describe('authorisation', () => {
  it('API-1 each operation of the schema has its line in the table', () => {
    const known = [...matrix.map(({ name }) => name), ...ownStreams];
    expect([...known].sort()).toEqual([...operations].sort());
  });

  it('API-1 OPS each kind of viewer may do what the table says, and nothing else', async () => {
    await using meeting = await Meeting.plan({}, {}, 0);
    await meeting.comes('mentor');
    await meeting.comes('learner');
    // Less than the rejoin window: whoever is moved to another page was seen a moment ago.
    meeting.toMinute(1);
    const scene = await sceneOf(meeting);
    await agree(meeting);
    await write(meeting, said(meeting, 'Good to see you'));
    const found: string[] = [];
    for (const { name, variables } of matrix) {
      for (const viewer of viewers) {
        const answer = await answerTo(
          meeting,
          name,
          variables(scene, viewer),
          scene.cookies[viewer],
        );
        found.push(`${name} ${viewer}: ${answer}`);
      }
    }
    const expected = matrix.flatMap(({ name, verdicts: letters }) =>
      viewers.map(
        (viewer, index) => `${name} ${viewer}: ${String(verdicts[letters[index] ?? ''])}`,
      ),
    );
    expect(found).toEqual(expected);
  }, 60_000);

  it('API-1 nobody hears of anything without having signed in', async () => {
    await using meeting = await Meeting.plan();
    for (const name of ownStreams) {
      expect(await answerTo(meeting, name, {})).toBe('UNAUTHENTICATED');
    }
  });
});
