import { Service, computed, inject, signal } from '@angular/core';
import { GraphqlClient } from '../platform/graphql-client';
import { type Fault, faultOf } from '../platform/graphql-fault';
import { type CardList, extended, listOfPage } from '../session/session-lists';
import {
  CoursePageDocument,
  type CoursePageQuery,
  CourseSessionsDocument,
} from './course-operations';

export type Course = CoursePageQuery['course'];

const pageSize = 8;

/** A course, and what the viewer has had of it. */
@Service({ autoProvided: false })
export class CourseStore {
  private readonly graphql = inject(GraphqlClient);
  private readonly known = signal<Course | null>(null);
  private readonly list = signal<CardList | null>(null);
  private readonly failure = signal<Fault | null>(null);
  private readonly loadingMore = signal(false);

  readonly course = this.known.asReadonly();
  readonly fault = this.failure.asReadonly();
  readonly isLoadingMore = this.loadingMore.asReadonly();
  /** The viewer's sessions that are over. */
  readonly past = computed(() => this.list());

  async load(id: string): Promise<void> {
    this.failure.set(null);
    try {
      const { course, sessions } = await this.graphql.query(CoursePageDocument, {
        id,
        first: pageSize,
      });
      this.known.set(course);
      this.list.set(listOfPage(sessions));
    } catch (error) {
      this.failure.set(faultOf(error));
    }
  }

  async showMore(): Promise<void> {
    const [course, after] = [this.known(), this.list()?.endCursor ?? null];
    if (!course || after === null || this.loadingMore()) return;
    this.loadingMore.set(true);
    this.failure.set(null);
    try {
      const { sessions } = await this.graphql.query(CourseSessionsDocument, {
        id: course.id,
        first: pageSize,
        after,
      });
      this.list.update((list) => list && extended(list, listOfPage(sessions)));
    } catch (error) {
      this.failure.set(faultOf(error));
    } finally {
      this.loadingMore.set(false);
    }
  }
}
