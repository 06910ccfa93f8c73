import { Component, computed, inject, input, signal } from '@angular/core';
import { Router } from '@angular/router';
import { Button } from '../ui/button/button';
import { Icon } from '../ui/icon/icon';
import { type AuthAnswer, AuthClient } from '../account/auth-client';
import { ownPath } from '../account/own-path';
import { TopBar } from '../frame/top-bar';
import { ViewerStore } from '../account/viewer-store';

const problems: Readonly<Record<Exclude<AuthAnswer, 'done'>, string>> = {
  refused: 'That did not work. Check what you typed.',
  'too-many': 'Too many attempts. Wait a minute, then try again.',
  unreachable: 'Unable to connect. Try again.',
};

/** Signing in: by a link that comes by mail, or by password. */
@Component({
  selector: 'pl-sign-in-page',
  imports: [Button, Icon, TopBar],
  templateUrl: './sign-in-page.html',
  styleUrl: './sign-in-page.css',
})
export class SignInPage {
  private readonly auth = inject(AuthClient);
  private readonly viewers = inject(ViewerStore);
  private readonly router = inject(Router);

  /** The page to go to afterwards. */
  readonly next = input('/');
  /** Why a link of a mail did not sign in. */
  readonly error = input<string>();

  protected readonly email = signal('');
  protected readonly password = signal('');
  protected readonly withPassword = signal(false);
  protected readonly isBusy = signal(false);
  protected readonly isSent = signal(false);
  private readonly failure = signal<string | null>(null);
  protected readonly problem = computed(() => this.failure() ?? this.linkProblem());
  private readonly linkProblem = computed(() =>
    this.error() ? 'This sign-in link is no longer valid. Ask for a new one.' : null,
  );

  protected async submit(event: Event): Promise<void> {
    event.preventDefault();
    if (this.isBusy()) return;
    this.isBusy.set(true);
    this.failure.set(null);
    await (this.withPassword() ? this.signIn() : this.requestLink());
    this.isBusy.set(false);
  }

  protected changeWay(): void {
    this.withPassword.update((withPassword) => !withPassword);
    this.failure.set(null);
  }

  protected startOver(): void {
    this.isSent.set(false);
  }

  private async requestLink(): Promise<void> {
    const answer = await this.auth.requestLink(this.email(), ownPath(this.next()));
    if (answer === 'done') this.isSent.set(true);
    else this.failure.set(problems[answer]);
  }

  private async signIn(): Promise<void> {
    const answer = await this.auth.signIn(this.email(), this.password());
    if (answer !== 'done') {
      const text = answer === 'refused' ? 'E-mail or password is not right.' : problems[answer];
      this.failure.set(text);
      return;
    }
    try {
      await this.viewers.load();
    } catch {
      // The next page asks again and says so if it cannot.
    }
    await this.router.navigateByUrl(ownPath(this.next()));
  }
}
