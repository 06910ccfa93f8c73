import { type CourseDraft, courseFaults, emptyCourse, isSame, tidied } from './course-draft';

function aDraft(parts: Partial<CourseDraft> = {}): CourseDraft {
  return { ...emptyCourse, title: 'Algebra', ...parts };
}

function withUrl(url: string): CourseDraft {
  return aDraft({ links: [{ title: 'The book', url }] });
}

describe('a draft of a course', () => {
  it('PRE-12 is sent without blanks around it and without empty links', () => {
    const links = [
      { title: ' ', url: '' },
      { title: ' The book ', url: ' https://books.example ' },
    ];
    expect(tidied(aDraft({ title: ' Algebra ', description: '\nNumbers. ', links }))).toEqual({
      ...emptyCourse,
      title: 'Algebra',
      description: 'Numbers.',
      links: [{ title: 'The book', url: 'https://books.example' }],
    });
  });

  const addresses = [
    ['books.example/algebra', 'https://books.example/algebra'],
    ['books.example:8443', 'https://books.example:8443'],
    ['https://books.example', 'https://books.example'],
    ['http://books.example', 'http://books.example'],
    ['mailto:mia@books.example', 'mailto:mia@books.example'],
    ['the book', 'the book'],
  ] as const;
  for (const [typed, sent] of addresses) {
    it(`PRE-12 takes "${typed}" as ${sent}`, () => {
      expect(tidied(withUrl(typed)).links[0]?.url).toBe(sent);
    });
  }

  const faults = [
    [aDraft({ title: ' ' }), { title: 'Give the course a title.' }],
    [withUrl('http://books.example'), { 'links.0.url': httpsOnly() }],
    [withUrl('mailto:mia@books.example'), { 'links.0.url': httpsOnly() }],
    [withUrl('https://'), { 'links.0.url': httpsOnly() }],
    [withUrl(''), { 'links.0.url': 'Give the address of the link.' }],
    [
      aDraft({ links: [{ title: '', url: 'https://books.example' }] }),
      { 'links.0.title': 'Give the link a name.' },
    ],
    [withUrl(' books.example '), {}],
    [aDraft({ links: [{ title: ' ', url: '' }] }), {}],
  ] as const;
  for (const [draft, expected] of faults) {
    it(`PRE-12 finds in ${JSON.stringify(draft)}: ${JSON.stringify(expected)}`, () => {
      expect(courseFaults(draft)).toEqual(expected);
    });
  }

  it('PRE-12 is the same with an empty link more, and another with its links in another order', () => {
    const [one, two] = [
      { title: 'One', url: 'https://one.example' },
      { title: 'Two', url: 'https://two.example' },
    ];
    const draft = aDraft({ links: [one, two] });
    expect(isSame(draft, aDraft({ links: [one, two, { title: '', url: '' }] }))).toBe(true);
    expect(isSame(draft, aDraft({ links: [two, one] }))).toBe(false);
  });
});

function httpsOnly(): string {
  return 'Give an address that begins with https://.';
}
