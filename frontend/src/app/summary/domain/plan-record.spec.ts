import { type Annotation, planRecord, type Written } from './plan-record';

const scopes = { id: 'a', title: 'Scopes', state: 'DONE', activeMs: 600_000 } as const;
const closures = { id: 'b', title: 'Closures', state: 'CURRENT', activeMs: 300_000 } as const;

function written(id: string, parts: Partial<Written> = {}): Written {
  const topic = 'topic' in parts ? parts.topic : scopes;
  return {
    id,
    kind: 'INSIGHT',
    isPrivate: false,
    text: id,
    sessionMs: 0,
    editedAt: null,
    withdrawnAt: null,
    topicId: topic?.id ?? null,
    ...parts,
    topic: topic ?? null,
  };
}

const ids = (annotations: readonly Annotation[]) => annotations.map(({ id }) => id);

describe('planRecord', () => {
  it('ROOM-6 LIFE-8 each annotation stands under its topic, in the order of the session', () => {
    const all = [
      written('later', { sessionMs: 9 }),
      written('earlier', { sessionMs: 1 }),
      written('other', { topic: closures }),
    ];
    const { topics } = planRecord([scopes, closures], all);
    expect(topics.map((topic) => [topic.title, topic.isDone, ids(topic.annotations)])).toEqual([
      ['Scopes', true, ['earlier', 'later']],
      ['Closures', false, ['other']],
    ]);
  });

  it('ROOM-6 homework stands apart, and once', () => {
    const record = planRecord([scopes], [written('do', { kind: 'HOMEWORK' }), written('know')]);
    expect(ids(record.homework)).toEqual(['do']);
    expect(record.homework[0]?.topicTitle).toBe('Scopes');
    expect(ids(record.topics[0]?.annotations ?? [])).toEqual(['know']);
  });

  it('ROOM-6 what was withdrawn is gone', () => {
    const record = planRecord([scopes], [written('x', { withdrawnAt: '2030-01-01' })]);
    expect(record.topics[0]?.annotations).toEqual([]);
  });

  it('ROOM-6 what was written on a topic that was taken out is kept, and what on none', () => {
    const gone = { id: 'c', title: 'Modules' };
    const all = [
      written('on gone', { topic: gone }),
      written('too', { topic: gone }),
      written('on none', { topic: null }),
    ];
    const record = planRecord([scopes], all);
    expect(record.topics.map(({ title }) => title)).toEqual(['Scopes', 'Modules']);
    expect(ids(record.topics[1]?.annotations ?? [])).toEqual(['on gone', 'too']);
    expect(ids(record.others)).toEqual(['on none']);
  });
});
