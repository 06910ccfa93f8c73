import { checkCourse, type WantedCourse } from './course.ts';

const course: WantedCourse = {
  title: 'Algebra',
  description: 'Letters.\nEquations.',
  links: [{ title: 'Book', url: 'https://example.com/book?page=1' }],
};

function link(changes: Partial<WantedCourse['links'][number]>): Partial<WantedCourse> {
  return { links: [...course.links, { title: 'Film', url: 'https://example.com/', ...changes }] };
}

describe('checkCourse', () => {
  it('PRE-12 takes a course and cuts blanks', () => {
    const links = [{ title: ' Book ', url: ' https://example.com/book?page=1 ' }];
    const wanted = { title: ' Algebra ', description: `${course.description}\n`, links };
    expect(checkCourse(wanted)).toEqual({ course });
  });

  const faults: readonly [string, Partial<WantedCourse>, string][] = [
    ['no title', { title: ' ' }, 'title'],
    ['a title without end', { title: 'a'.repeat(201) }, 'title'],
    ['a title of two lines', { title: 'a\nb' }, 'title'],
    ['a description without end', { description: 'a'.repeat(5001) }, 'description'],
    ['a description that cannot be kept', { description: 'a\u0000' }, 'description'],
    [
      'too many links',
      { links: Array.from({ length: 51 }, () => link({}).links ?? []).flat() },
      'links',
    ],
    ['a link without title', link({ title: '' }), 'links.1.title'],
    ['a link that is none', link({ url: 'example' }), 'links.1.url'],
    ['a link that is not encrypted', link({ url: 'http://example.com' }), 'links.1.url'],
    ['a program', link({ url: 'javascript:alert(1)' }), 'links.1.url'],
    ['a password', link({ url: 'https://me:secret@example.com' }), 'links.1.url'],
    ['a link without end', link({ url: `https://e.com/${'a'.repeat(2000)}` }), 'links.1.url'],
  ];
  for (const [what, changes, field] of faults) {
    it(`PRE-12 refuses ${what}`, () => {
      const checked = checkCourse({ ...course, ...changes });
      expect('fault' in checked && checked.fault.field).toBe(field);
    });
  }
});
