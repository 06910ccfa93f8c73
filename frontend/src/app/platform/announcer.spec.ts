import { TestBed } from '@angular/core/testing';
import { settled } from '../testing/screen';
import { Announcer } from './announcer';

describe('Announcer', () => {
  it('ROOM-15 says what happened, in a place that outlives the part of the page', async () => {
    TestBed.inject(Announcer).say('Session cancelled');
    await settled();
    const regions = [...document.querySelectorAll('body > [role=status]')];
    expect(regions.map(({ textContent }) => textContent)).toEqual(['Session cancelled']);
    TestBed.resetTestingModule();
    expect(document.querySelector('body > [role=status]')).toBeNull();
  });
});
