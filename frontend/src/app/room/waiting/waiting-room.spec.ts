import { expectAccessible } from '../../testing/accessibility';
import { aClock, aMentor, aSession, aTopic, isoAt } from '../../testing/builders';
import { Scene } from '../../testing/scene';
import { type Screen, show, textOf } from '../../testing/screen';
import { WaitingRoom } from './waiting-room';

describe('WaitingRoom', () => {
  let scene: Scene;

  beforeEach(async () => {
    scene = new Scene();
    await scene.signIn();
  });

  async function open(parts: Parameters<typeof aSession>[0] = {}): Promise<Screen<WaitingRoom>> {
    await scene.open(aSession({ clock: aClock({ phase: 'WAITING' }), ...parts }));
    return show(WaitingRoom);
  }

  it('ROOM-11 says for whom one waits, since when they are expected, and what is planned', async () => {
    const ready = { at: isoAt(-5), camera: 'OK', microphone: 'OK' } as const;
    const readiness = { ...ready, speaker: 'OK', network: 'OK', isReady: true } as const;
    const screen = await open({
      mentor: { ...aMentor('ATTENDING'), readiness },
      topics: [aTopic('a', { title: 'Scopes' }), aTopic('b', { title: 'Modules' })],
    });
    expect(textOf(screen.get('status'))).toBe('Waiting for mentor…');
    for (const text of ['Mia Mentor is getting ready.', '12:00', 'Mia is ready']) {
      expect(screen.text).toContain(text);
    }
    expect(screen.all('listitem').map(textOf)).toEqual(['1 Scopes', '2 Modules']);
    screen.root.style.color = 'var(--color-on-stage)';
    screen.root.style.background = 'var(--color-stage)';
    await expectAccessible(screen);
  });

  it('FAIL-6 says of who dropped out that they are waited for', async () => {
    const screen = await open({ actualStart: isoAt(0), mentor: aMentor('AWAY') });
    expect(textOf(screen.get('status'))).toBe('Mentor disconnected, please wait...');
    expect(screen.text).toContain('The session goes on by itself');
    expect(screen.text).not.toContain('12:00');
  });
});
