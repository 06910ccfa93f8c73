import { planRecord, type Remark } from './remarks';

const scopes = { id: 'a', title: 'Scopes', state: 'DONE', activeMs: 600_000 } as const;
const closures = { id: 'b', title: 'Closures', state: 'CURRENT', activeMs: 300_000 } as const;

function aRemark(id: string, parts: Partial<Remark> = {}): Remark {
  const topic = 'topic' in parts ? parts.topic : scopes;
  return {
    id,
    kind: 'INSIGHT',
    isPrivate: false,
    text: id,
    sessionMs: 0,
    withdrawnAt: null,
    topicId: topic?.id ?? null,
    ...parts,
    topic: topic ?? null,
  };
}

const ids = (remarks: readonly Remark[]) => remarks.map(({ id }) => id);

describe('planRecord', () => {
  it('ROOM-6 LIFE-8 each remark stands under its topic, in the order of the session', () => {
    const remarks = [
      aRemark('later', { sessionMs: 9 }),
      aRemark('earlier', { sessionMs: 1 }),
      aRemark('other', { topic: closures }),
    ];
    const { topics } = planRecord([scopes, closures], remarks);
    expect(topics.map((topic) => [topic.title, topic.isDone, ids(topic.remarks)])).toEqual([
      ['Scopes', true, ['earlier', 'later']],
      ['Closures', false, ['other']],
    ]);
  });

  it('ROOM-6 homework stands apart, and once', () => {
    const record = planRecord([scopes], [aRemark('do', { kind: 'HOMEWORK' }), aRemark('know')]);
    expect(ids(record.homework)).toEqual(['do']);
    expect(ids(record.topics[0]?.remarks ?? [])).toEqual(['know']);
  });

  it('ROOM-6 what was withdrawn is gone', () => {
    const record = planRecord([scopes], [aRemark('x', { withdrawnAt: '2030-01-01' })]);
    expect(record.topics[0]?.remarks).toEqual([]);
  });

  it('ROOM-6 what was written on a topic that was taken out is kept, and what on none', () => {
    const gone = { id: 'c', title: 'Modules' };
    const remarks = [
      aRemark('on gone', { topic: gone }),
      aRemark('too', { topic: gone }),
      aRemark('on none', { topic: null }),
    ];
    const record = planRecord([scopes], remarks);
    expect(record.topics.map(({ title }) => title)).toEqual(['Scopes', 'Modules']);
    expect(ids(record.topics[1]?.remarks ?? [])).toEqual(['on gone', 'too']);
    expect(ids(record.others)).toEqual(['on none']);
  });
});
