import { Component, inject } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Avatar } from '../ui/avatar/avatar';
import { Button } from '../ui/button/button';
import { Icon } from '../ui/icon/icon';
import { AuthClient } from './auth-client';
import { ThemeSwitch } from './theme-switch/theme-switch';
import { ViewerStore } from './viewer-store';

/** The head of a page: home, the theme, and who is signed in. */
@Component({
  selector: 'pl-top-bar',
  imports: [Avatar, Button, Icon, RouterLink, ThemeSwitch],
  templateUrl: './top-bar.html',
  styleUrl: './top-bar.css',
})
export class TopBar {
  private readonly auth = inject(AuthClient);
  private readonly viewers = inject(ViewerStore);
  private readonly router = inject(Router);

  protected readonly viewer = this.viewers.viewer;

  protected async signOut(): Promise<void> {
    await this.auth.signOut();
    this.viewers.forget();
    await this.router.navigateByUrl('/sign-in');
  }
}
