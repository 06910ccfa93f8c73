import { Component, computed, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TopBar } from '../../frame/top-bar';
import type { Fault } from '../../platform/graphql-fault';
import { Button } from '../../ui/button/button';
import { Icon } from '../../ui/icon/icon';
import type { IconName } from '../../ui/icon/icon-paths';

interface FaultWords {
  readonly icon: IconName;
  readonly text: string;
  readonly more: string;
  readonly isWorthRetrying: boolean;
}

const notFound: FaultWords = {
  icon: 'info',
  text: 'Session not found. Check your dashboard.',
  more: 'The address may be incomplete, or the session was removed.',
  isWorthRetrying: false,
};
const unreachable: FaultWords = {
  icon: 'offline',
  text: 'Unable to connect.',
  more: 'We keep trying. Check your WiFi, or try again yourself.',
  isWorthRetrying: true,
};
const words: Readonly<Record<Fault, FaultWords>> = {
  'not-found': notFound,
  refused: notFound,
  forbidden: {
    icon: 'lock',
    text: "You're not part of this session.",
    more: 'Only its mentor and its learner can open it. Are you signed in as somebody else?',
    isWorthRetrying: false,
  },
  'signed-out': { ...notFound, icon: 'lock', text: 'Sign in to go on.', more: '' },
  unreachable,
  'too-many': unreachable,
  failed: unreachable,
};

/** Why there is no session on this page. */
@Component({
  selector: 'pl-page-fault',
  imports: [Button, Icon, RouterLink, TopBar],
  templateUrl: './page-fault.html',
  styleUrl: './page-fault.css',
})
export class PageFault {
  readonly fault = input.required<Fault>();
  readonly retry = output();

  protected readonly words = computed(() => words[this.fault()]);
}
