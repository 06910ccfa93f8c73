import { Component, inject } from '@angular/core';
import { TopBar } from '../frame/top-bar';
import { DeviceStore } from '../media/device-store';
import { Preview } from '../media/preview';
import { provideMedia } from '../media/provide-media';
import { GuidedCheck } from './guided-check';

/** Camera, microphone, speaker and the way to the media server, at any time. */
@Component({
  selector: 'pl-test-page',
  imports: [GuidedCheck, Preview, TopBar],
  template: `
    <pl-top-bar />
    <div class="page">
      <h1>Test Audio/Video</h1>
      <pl-preview [hasSpeakerTest]="false" />
      <pl-guided-check />
    </div>
  `,
  styleUrl: './test-page.css',
  providers: [provideMedia()],
})
export class TestPage {
  constructor() {
    void inject(DeviceStore).start();
  }
}
