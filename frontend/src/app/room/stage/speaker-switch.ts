import {
  DestroyRef,
  type Signal,
  computed,
  effect,
  inject,
  signal,
  untracked,
} from '@angular/core';
import { MediaStore } from '../../media/media-store';
import { DeviceClock } from '../../platform/clock';
import { type Who, atFirst, dueAt, nextSpeaker } from '../../media/active-speaker';

/** Who of the two speaks, without flicker. To be called where things can be injected. */
export function followSpeaker(): Signal<Who> {
  const media = inject(MediaStore);
  const clock = inject(DeviceClock);
  const state = signal(atFirst);
  const voices = computed(() => ({
    self: media.isSpeaking(),
    other: media.peer()?.isSpeaking ?? false,
  }));
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const look = () => {
    clearTimeout(waiting);
    const now = clock.monotonic();
    const next = nextSpeaker(state(), voices(), now);
    state.set(next);
    const due = dueAt(next);
    if (due < Infinity) waiting = setTimeout(look, due - now);
  };
  effect(() => {
    voices();
    untracked(look);
  });
  inject(DestroyRef).onDestroy(() => {
    clearTimeout(waiting);
  });
  return computed(() => state().who);
}
