import { Service, inject, signal } from '@angular/core';
import { GraphqlClient } from '../platform/graphql-client';
import { type Fault, faultOf } from '../platform/graphql-fault';
import { CoursesDocument, type CoursesQuery } from './course-operations';

/** All courses. */
@Service({ autoProvided: false })
export class CoursesStore {
  private readonly graphql = inject(GraphqlClient);
  private readonly known = signal<CoursesQuery['courses'] | null>(null);
  private readonly failure = signal<Fault | null>(null);

  readonly courses = this.known.asReadonly();
  readonly fault = this.failure.asReadonly();

  async load(): Promise<void> {
    this.failure.set(null);
    try {
      this.known.set((await this.graphql.query(CoursesDocument, {})).courses);
    } catch (error) {
      this.failure.set(faultOf(error));
    }
  }
}
