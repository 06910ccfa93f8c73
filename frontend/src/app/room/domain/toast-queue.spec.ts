import type { Toast } from './room-news';
import { type Turn, toastAt, withToast } from './toast-queue';

function aToast(about: Toast['about'], text: string = about): Toast {
  return { about, text, tone: 'calm' };
}

function shownAt(queue: readonly Turn[], seconds: readonly number[]): readonly (string | null)[] {
  return seconds.map((second) => toastAt(queue, second * 1000)?.text ?? null);
}

describe('withToast', () => {
  it('ROOM-10 one at a time, in order', () => {
    const first = withToast([], aToast('camera'), 0);
    const both = withToast(first, aToast('network'), 1000);
    expect(shownAt(both, [1, 3, 4, 7, 8])).toEqual([
      'camera',
      'camera',
      'network',
      'network',
      null,
    ]);
  });

  it('ROOM-10 the newer of two about the same takes the place of the older', () => {
    const first = withToast([], aToast('network', 'Network unstable'), 0);
    const next = withToast(first, aToast('network', 'Network stable'), 1000);
    expect(shownAt(next, [1, 4, 5])).toEqual(['Network stable', 'Network stable', null]);
  });

  it('ROOM-10 what is over does not hold up what comes', () => {
    const next = withToast(withToast([], aToast('camera'), 0), aToast('hand'), 60_000);
    expect(shownAt(next, [60])).toEqual(['hand']);
  });

  it('ROOM-10 does not go on telling of what is long over', () => {
    const abouts = ['camera', 'network', 'hand', 'time', 'microphone'] as const;
    let queue: readonly Turn[] = [];
    for (const about of abouts) queue = withToast(queue, aToast(about), 0);
    expect(queue.map(({ toast }) => toast.about)).toEqual(['hand', 'time', 'microphone']);
  });
});
