import fc from 'fast-check';
import {
  type Annotation,
  type AnnotationLog,
  emptyLog,
  received,
  standing,
} from './annotation-log';

function anAnnotation(id: string, parts: Partial<Annotation> = {}): Annotation {
  const words = { kind: 'INSIGHT', isPrivate: false, text: `text of ${id}` } as const;
  const times = { writtenAt: 0, sessionMs: 0, revision: 1 };
  return { id, topicId: null, ...words, ...times, isEdited: false, isWithdrawn: false, ...parts };
}

const texts = (log: AnnotationLog) => standing(log).map(({ text }) => text);

describe('an annotation that is received', () => {
  it('ROOM-6 has each annotation once, in its newest state, whatever order they come in', () => {
    const history = ['a', 'b', 'c'].flatMap((id, index) =>
      [1, 2, 3].map((revision) =>
        anAnnotation(id, {
          revision,
          writtenAt: index,
          text: `${id} ${String(revision)}`,
          isWithdrawn: id === 'c' && revision === 3,
        }),
      ),
    );
    fc.assert(
      fc.property(fc.shuffledSubarray(history, { minLength: 9 }), (told) => {
        expect(texts([...told, ...told].reduce(received, emptyLog))).toEqual(['a 3', 'b 3']);
      }),
    );
  });

  it('ROOM-6 is the same log when nothing is new', () => {
    const log = received(emptyLog, anAnnotation('a'));
    expect(received(log, anAnnotation('a'))).toBe(log);
  });
});

describe('standing', () => {
  it('ROOM-6 is in the order of writing, and without what was withdrawn', () => {
    const told = [
      anAnnotation('late', { writtenAt: 3 }),
      anAnnotation('gone', { writtenAt: 2, isWithdrawn: true }),
      anAnnotation('early', { writtenAt: 1 }),
    ];
    expect(texts(told.reduce(received, emptyLog))).toEqual(['text of early', 'text of late']);
  });
});
