import { TestBed } from '@angular/core/testing';
import { PreferencesStore } from '../preferences/preferences-store';
import { Locale } from '../platform/locale';
import { FakePreferences } from '../testing/fake-preferences';
import { Voice } from './voice';

describe('Voice', () => {
  let said: SpeechSynthesisUtterance[];
  let voice: Voice;
  let preferences: FakePreferences;

  beforeEach(async () => {
    said = [];
    preferences = new FakePreferences();
    TestBed.configureTestingModule({
      providers: [
        { provide: Locale, useValue: { language: 'en-GB', timeZone: 'Europe/London' } },
        { provide: PreferencesStore, useValue: preferences },
      ],
    });
    spyOn(speechSynthesis, 'speak').and.callFake((utterance) => said.push(utterance));
    spyOn(speechSynthesis, 'getVoices').and.returnValue([]);
    voice = TestBed.inject(Voice);
    await preferences.change({ voice: true, volume: 40 });
  });

  it('PRE-7 says it in the page’s language, at the person’s volume', () => {
    voice.say('about-to-start');
    voice.say('muted');
    voice.say('disconnected');
    expect(said.map(({ text }) => text)).toEqual([
      'Session about to start',
      'You are muted',
      'You have been disconnected',
    ]);
    expect(said[0]?.lang).toBe('en-GB');
    expect(said[0]?.volume).toBeCloseTo(0.4);
  });

  it('PRE-7 is silent where the person does not want it, or wants no sound', async () => {
    await preferences.change({ voice: false });
    voice.say('muted');
    await preferences.change({ voice: true, volume: 0 });
    voice.say('muted');
    expect(said).toEqual([]);
  });

  it('PRE-7 can be heard before it is wished for', async () => {
    await preferences.change({ voice: false });
    voice.speak('about-to-start');
    expect(said.map(({ text }) => text)).toEqual(['Session about to start']);
  });

  it('PRE-7 does without a voice', () => {
    voice.say('muted');
    expect(said[0]?.voice).toBeNull();
  });
});
