import { TestBed } from '@angular/core/testing';
import { isoAt } from '../testing/builders';
import { Scene } from '../testing/scene';
import { settled } from '../testing/screen';
import { LinksStore } from './links-store';
import {
  CourseLinksDocument,
  type LinkPartsFragment,
  RemoveLinkDocument,
  ResourceChangesDocument,
  ShareLinkDocument,
} from './notes-operations';

function aLink(id: string, removedAt: string | null = null): LinkPartsFragment {
  const url = `https://${id}.example/`;
  return { id, title: id, url, sharedAt: isoAt(0), removedAt, cursor: `cursor-${id}` };
}

describe('LinksStore', () => {
  let scene: Scene;
  let store: LinksStore;

  beforeEach(async () => {
    scene = new Scene();
    const links = [{ title: 'Book', url: 'https://book.example/' }];
    scene.graphql.answer(CourseLinksDocument, () => ({ session: { course: { links } } }));
    store = TestBed.inject(LinksStore);
    store.open('session-1');
    await settled();
  });

  function tell(link: LinkPartsFragment): void {
    scene.graphql.stream(ResourceChangesDocument).push({ resourceChanges: link });
  }
  const titles = () => store.links().map(({ title }) => title);

  it('ROOM-4 follows what is shared and taken back, and goes on behind it after a break', () => {
    tell(aLink('a'));
    tell(aLink('b'));
    tell(aLink('a', isoAt(1)));
    expect(titles()).toEqual(['b']);
    scene.graphql.stream(ResourceChangesDocument).reconnect();
    expect(scene.graphql.stream(ResourceChangesDocument).asked.at(-1)?.after).toBe('cursor-a');
  });

  it('ROOM-4 has the links of the course', () => {
    expect(store.courseLinks().map(({ title }) => title)).toEqual(['Book']);
  });

  it('ROOM-4 counts what came while nobody looked, also for the next visit', () => {
    tell(aLink('a'));
    expect(store.unseen()).toBe(1);
    store.setWatched(true);
    tell(aLink('b'));
    expect(store.unseen()).toBe(0);
    store.setWatched(false);
    tell(aLink('c'));
    expect(store.unseen()).toBe(1);
    expect(scene.storage.read('own.links-seen.session-1')).toEqual(['a', 'b']);
  });

  it('ROOM-4 a link that was shared is there once, though the stream tells of it too', async () => {
    scene.graphql.answer(ShareLinkDocument, ({ input }) => ({
      shareLink: { __typename: 'ResourceLink' as const, ...aLink(input.linkId) },
    }));
    expect(await store.share({ title: 'Film', url: 'https://film.example/' })).toBe(true);
    const [call] = scene.graphql.calls(ShareLinkDocument);
    tell(aLink(call?.input.linkId ?? ''));
    expect(store.links().length).toBe(1);
  });

  it('ROOM-4 says why a link is not shared', async () => {
    scene.graphql.answer(ShareLinkDocument, () => ({
      shareLink: { __typename: 'InvalidLink' as const, message: 'Not an address.' },
    }));
    expect(await store.share({ title: 'Film', url: 'x' })).toBe(false);
    expect(store.problem()).toBe('Not an address.');
    scene.graphql.refuse(ShareLinkDocument, 'unreachable');
    await store.share({ title: 'Film', url: 'x' });
    expect(store.problem()).toBe('Unable to connect. Try again.');
  });

  it('ROOM-4 takes a link back', async () => {
    tell(aLink('a'));
    scene.graphql.answer(RemoveLinkDocument, () => ({
      removeLink: { __typename: 'ResourceLink' as const, ...aLink('a', isoAt(1)) },
    }));
    await store.remove('a');
    expect(titles()).toEqual([]);
  });
});
