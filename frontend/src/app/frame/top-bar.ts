import { Component, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Bell } from '../notices/bell';
import { AccountMenu } from './account-menu/account-menu';
import { AuthClient, hasSignedOut } from '../account/auth-client';
import { BrowserStorage } from '../platform/storage';
import { ThemeSwitch } from './theme-switch/theme-switch';
import { ViewerStore } from '../account/viewer-store';

/** The head of a page: home, the theme, and the viewer's own things. */
@Component({
  selector: 'pl-top-bar',
  imports: [AccountMenu, Bell, RouterLink, ThemeSwitch],
  templateUrl: './top-bar.html',
  styleUrl: './top-bar.css',
})
export class TopBar {
  private readonly auth = inject(AuthClient);
  private readonly storage = inject(BrowserStorage);
  private readonly viewers = inject(ViewerStore);
  private readonly router = inject(Router);

  protected readonly hasFailed = signal(false);
  protected readonly viewer = this.viewers.viewer;

  protected async signOut(): Promise<void> {
    this.hasFailed.set(false);
    // Whoever believes to be signed out leaves the device to others.
    if (!hasSignedOut(await this.auth.signOut())) {
      this.hasFailed.set(true);
      return;
    }
    this.viewers.forget();
    this.storage.forgetOwn();
    await this.router.navigateByUrl('/sign-in');
  }
}
