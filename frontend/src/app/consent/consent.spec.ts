import { Component } from '@angular/core';
import { Voice } from '../alerts/voice';
import { expectAccessible } from '../testing/accessibility';
import { aConsent, aRunningSession, leo, mia } from '../testing/builders';
import { Scene } from '../testing/scene';
import { type Screen, show, textOf } from '../testing/screen';
import { ConsentCard } from './consent-card';
import { ChangeConsentDocument } from './consent-operations';
import { ConsentSign } from './consent-sign';

const asked = aConsent();
const running = aConsent({ status: 'RUNNING', agreedBy: [leo.id, mia.id] });

/** Both parts as the room has them. */
@Component({
  selector: 'pl-consent-here',
  imports: [ConsentCard, ConsentSign],
  template: '<pl-consent-sign [engine]="engine" /> <pl-consent-card />',
})
class ConsentHere {
  protected readonly engine = 'Scripted';
}

describe('Consent in the room', () => {
  let scene: Scene;
  let spoken: string[];

  beforeEach(async () => {
    spoken = [];
    scene = new Scene({ provide: Voice, useValue: { say: (word: string) => spoken.push(word) } });
    await scene.signIn();
    scene.graphql.answer(ChangeConsentDocument, () => ({
      changeConsent: { __typename: 'Session' as const },
    }));
  });

  async function open(consent: typeof asked): Promise<Screen<ConsentHere>> {
    await scene.open(aRunningSession({ consents: [consent] }));
    return show(ConsentHere);
  }

  function acts(): readonly string[] {
    return scene.graphql.calls(ChangeConsentDocument).map(({ input }) => input.act);
  }

  it('ROOM-18 ROOM-15 asks in place, without taking the focus', async () => {
    const screen = await open(asked);
    expect(screen.all('status').map(textOf).join()).toContain('May what you both say be written');
    expect(screen.root.contains(document.activeElement)).toBe(false);
    expect(screen.has('dialog')).toBe(false);
    await expectAccessible(screen);
    await screen.press('button', 'Agree');
    expect(acts()).toEqual(['AGREE']);
  });

  it('ROOM-18 a no is said as well, and until it is heard', async () => {
    const screen = await open(asked);
    await screen.press('button', 'No');
    expect(acts()).toEqual(['DECLINE']);
  });

  it('ROOM-18 ROOM-15 says aloud and to screen readers what has changed', async () => {
    const screen = await open(asked);
    for (const status of ['RUNNING', 'PAUSED'] as const) {
      const pausedBy = status === 'PAUSED' ? [mia.id] : [];
      await scene.tell(aRunningSession({ consents: [aConsent({ ...running, status, pausedBy })] }));
      await screen.settle();
    }
    expect(spoken).toEqual(['on-the-record', 'off-the-record']);
    expect(screen.text).toContain('Mia Mentor went off the record');
  });

  it('ROOM-18 the sign names what runs and the engine, and leads off the record and to an end', async () => {
    const screen = await open(running);
    const sign = screen.get('button', 'Transcript, Scripted');
    await expectAccessible(screen);
    await screen.press('button', 'Transcript, Scripted');
    await expectAccessible(screen);
    expect(document.activeElement).toBe(screen.get('menuitem', 'Off the record'));
    await screen.press('menuitem', 'Off the record');
    expect(acts()).toEqual(['PAUSE']);
    expect(document.activeElement).toBe(sign);
    await screen.press('button', 'Transcript, Scripted');
    await screen.press('menuitem', 'Stop the transcript');
    expect(acts()).toEqual(['PAUSE', 'WITHDRAW']);
  });

  it('ROOM-18 says why an answer was not taken', async () => {
    scene.graphql.answer(ChangeConsentDocument, () => ({
      changeConsent: {
        __typename: 'ConsentNotPossible' as const,
        message: 'This question is no longer open.',
      },
    }));
    const screen = await open(asked);
    await screen.press('button', 'Agree');
    expect(screen.get('alert').textContent).toContain('This question is no longer open.');
  });

  it('ROOM-18 who is asked to go on may stay off the record', async () => {
    const paused = { ...running, status: 'PAUSED' as const, pausedBy: [leo.id] };
    const screen = await open({ ...paused, resumeAskedBy: mia.id });
    await screen.press('button', 'Stay off the record');
    expect(acts()).toEqual(['PAUSE']);
  });
});
