import type { PersonReader } from '../accounts/person.ts';
import type { Allowances } from '../platform/allowances/allowances.ts';
import type { Database } from '../platform/database/database.ts';
import type { WakeUps } from '../platform/streams/wake-ups.ts';
import type { Sessions } from '../sessions/sessions.ts';
import { AnnotationMutations } from './graphql/annotation-mutations.ts';
import { AnnotationResolver } from './graphql/annotation-resolver.ts';
import { AnnotationViews } from './graphql/annotation-views.ts';
import { AnnotationEntity } from './store/annotation-entity.ts';
import { AnnotationStore } from './store/annotation-store.ts';
import { WriteAnnotations } from './use-cases/write-annotations.ts';

export const annotationEntities = [AnnotationEntity];
export const annotationResolvers = [AnnotationResolver, AnnotationMutations];

export interface AnnotationsOptions {
  readonly database: Database;
  readonly allowances: Allowances;
  readonly wakeUps: WakeUps;
  readonly sessions: Sessions;
  readonly people: PersonReader;
}

export interface Annotations {
  readonly resolvers: readonly object[];
  readonly write: WriteAnnotations;
}

/** What the mentor writes on topics while teaching. */
export function createAnnotations(options: AnnotationsOptions): Annotations {
  const { sessions, people, wakeUps, allowances } = options;
  const store = new AnnotationStore(options.database);
  const write = new WriteAnnotations(sessions.log);
  const views = new AnnotationViews(people, sessions.reader);
  const { access } = sessions;
  return {
    write,
    resolvers: [
      new AnnotationResolver({ access, store, views, wakeUps }),
      new AnnotationMutations({ access, views, write, allowances }),
    ],
  };
}
