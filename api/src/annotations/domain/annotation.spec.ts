import {
  type Annotation,
  asOthersSee,
  checkText,
  decideEdit,
  type Edit,
  isOpenAt,
  withdrawn,
  writtenAt,
} from './annotation.ts';

const dayMs = 24 * 60 * 60_000;

function anAnnotation(parts: Partial<Annotation> = {}): Annotation {
  return {
    id: 'one',
    topicId: 'topic',
    kind: 'INSIGHT',
    isPrivate: false,
    wasShared: true,
    text: 'Draw it first',
    authorId: 'mentor',
    writtenAt: 1000,
    sessionMs: 500,
    revision: 1,
    editedAt: null,
    withdrawnAt: null,
    ...parts,
  };
}

describe('checkText', () => {
  const rows: readonly [string, string, ReturnType<typeof checkText>][] = [
    ['keeps what was written', 'x = 1\n\ty', { text: 'x = 1\n\ty' }],
    ['cuts blanks around the text', '  hi \r\n', { text: 'hi' }],
    ['refuses nothing but blanks', ' \n', { fault: 'EMPTY' }],
    ['refuses control characters', 'a\u0000b', { fault: 'UNREADABLE' }],
    ['takes the longest text', '😀'.repeat(4000), { text: '😀'.repeat(4000) }],
    ['refuses one more', 'a'.repeat(4001), { fault: 'TOO_LONG' }],
  ];
  for (const [title, typed, expected] of rows) {
    it(`ROOM-6 ${title}`, () => {
      expect(checkText(typed)).toEqual(expected);
    });
  }
});

describe('decideEdit', () => {
  const rows: readonly [string, Annotation, Edit, string][] = [
    ['changes what was seen last', anAnnotation(), { revision: 1, text: 'New' }, 'New 2'],
    [
      'is the same when it comes again',
      anAnnotation({ text: 'New', revision: 2 }),
      { revision: 1, text: 'New' },
      'New 2 as it was',
    ],
    [
      'is refused where another tab was first',
      anAnnotation({ text: 'Theirs', revision: 2 }),
      { revision: 1, text: 'Mine' },
      'STALE',
    ],
    [
      'does not bring back what was withdrawn',
      withdrawn(anAnnotation(), 2000),
      { revision: 2, text: 'Again' },
      'WITHDRAWN',
    ],
  ];
  for (const [title, annotation, edit, expected] of rows) {
    it(`ROOM-6 an edit ${title}`, () => {
      const decision = decideEdit(annotation, edit, 2000);
      if ('rejected' in decision) expect(decision.rejected).toBe(expected as never);
      else {
        const { text, revision } = decision.annotation;
        const asItWas = decision.isNew ? '' : ' as it was';
        expect(`${text} ${String(revision)}${asItWas}`).toBe(expected);
      }
    });
  }

  it('ROOM-6 an edit leaves what it does not name', () => {
    const decision = decideEdit(anAnnotation(), { revision: 1, kind: 'HOMEWORK' }, 2000);
    expect(decision).toEqual({
      annotation: anAnnotation({ kind: 'HOMEWORK', revision: 2, editedAt: 2000 }),
      isNew: true,
    });
  });
});

describe('asOthersSee', () => {
  const secret = anAnnotation({ isPrivate: true, wasShared: false });

  it('ROOM-6 what is shared is seen as it is', () => {
    expect(asOthersSee(anAnnotation())).toEqual(anAnnotation());
  });

  it('ROOM-6 of what was never shared nothing is seen', () => {
    expect(asOthersSee(secret)).toBeNull();
    expect(asOthersSee(withdrawn(secret, 2000))).toBeNull();
  });

  it('ROOM-6 what is private now is seen as withdrawn, without a word', () => {
    const decision = decideEdit(anAnnotation(), { revision: 1, isPrivate: true }, 2000);
    const seen = 'annotation' in decision ? asOthersSee(decision.annotation) : null;
    expect(seen).toEqual(jasmine.objectContaining({ text: '', withdrawnAt: 2000 }));
  });

  it('ROOM-6 what is shared after all is seen', () => {
    const decision = decideEdit(secret, { revision: 1, isPrivate: false }, 2000);
    const seen = 'annotation' in decision ? asOthersSee(decision.annotation) : null;
    expect(seen?.text).toBe('Draw it first');
  });
});

describe('withdrawn', () => {
  it('ROOM-6 keeps no word', () => {
    expect(withdrawn(anAnnotation(), 2000)).toEqual(
      anAnnotation({ text: '', revision: 2, withdrawnAt: 2000 }),
    );
  });
});

describe('isOpenAt', () => {
  it('ROOM-6 annotations can be changed until a day after the end', () => {
    expect([isOpenAt(null, 5), isOpenAt(0, dayMs - 1), isOpenAt(0, dayMs)]).toEqual([
      true,
      true,
      false,
    ]);
  });
});

describe('writtenAt', () => {
  const known = { plannedAt: 100, now: 1000 };
  const rows: readonly [string, number | null, number][] = [
    ['now, where nothing is said', null, 1000],
    ['when it was written without a connection', 400, 400],
    ['not in the future', 2000, 1000],
    ['not before there was a session', 50, 100],
  ];
  for (const [title, told, expected] of rows) {
    it(`ROOM-6 is ${title}`, () => {
      expect(writtenAt(told, known)).toBe(expected);
    });
  }
});
