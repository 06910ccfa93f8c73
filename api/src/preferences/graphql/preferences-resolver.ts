import { Arg, Ctx, Mutation, Query, Resolver, Root, Subscription } from 'type-graphql';
import type { RequestContext } from '../../accounts/request-context.ts';
import { streamFrom } from '../../platform/graphql/instances.ts';
import type { Preferences } from '../domain/preferences.ts';
import type { PatchFault, PreferencesPatch } from '../domain/preferences-patch.ts';
import { ownerOf } from '../policy.ts';
import type { PreferenceReader } from '../preference-reader.ts';
import type { PreferenceStream } from '../preference-stream.ts';
import type { ChangePreferences } from '../use-cases/change-preferences.ts';
import {
  InvalidPreferences,
  PreferencesType,
  UpdatePreferencesInput,
  UpdatePreferencesResult,
} from './preferences-type.ts';

export interface PreferencesResolverOptions {
  readonly reader: PreferenceReader;
  readonly change: ChangePreferences;
  readonly stream: PreferenceStream;
}

@Resolver()
export class PreferencesResolver {
  constructor(private readonly options: PreferencesResolverOptions) {}

  @Query(() => PreferencesType, { description: 'How the viewer wants PeerLearn to be.' })
  async preferences(@Ctx() context: RequestContext): Promise<PreferencesType> {
    return new PreferencesType(await this.options.reader.of(ownerOf(context)));
  }

  @Mutation(() => UpdatePreferencesResult, {
    description: 'Changes some of the viewer’s preferences, on every page and device at once.',
  })
  async updatePreferences(
    @Ctx() context: RequestContext,
    @Arg('input', () => UpdatePreferencesInput, { description: 'What is to change.' })
    input: UpdatePreferencesInput,
  ): Promise<PreferencesType | InvalidPreferences> {
    const personId = ownerOf(context);
    const fault = await this.options.change.run(personId, patchOf(input));
    if (fault) return new InvalidPreferences(wordsFor(fault));
    return new PreferencesType(await this.options.reader.of(personId));
  }

  @Subscription(() => PreferencesType, {
    description: 'The viewer’s preferences as they are, and again whenever they have changed.',
    subscribe: streamFrom(
      () => PreferencesResolver,
      (resolver, { context }: { context: RequestContext }, signal) =>
        resolver.options.stream.of(ownerOf(context), signal),
    ),
  })
  preferencesChanged(@Root() preferences: Preferences): PreferencesType {
    return new PreferencesType(preferences);
  }
}

/** What was named; a null says no more than nothing. */
function patchOf(input: UpdatePreferencesInput): PreferencesPatch {
  return Object.fromEntries(
    Object.entries(input).filter(([, value]) => value !== null && value !== undefined),
  );
}

function wordsFor(fault: PatchFault): string {
  switch (fault) {
    case 'VOLUME':
      return 'The volume is a whole number from 0 to 100.';
    case 'REMINDER_TWICE':
      return 'Name each reminder once.';
    case 'TIME_ZONE':
      return 'Choose a time zone from the list.';
    default:
      return fault satisfies never;
  }
}
