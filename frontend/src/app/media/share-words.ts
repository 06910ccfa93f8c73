import type { ShareFault } from './domain/share-fault';

const texts: Readonly<Record<ShareFault, (other: string) => string>> = {
  unsupported: () => 'This browser cannot share a screen. Try it on a computer.',
  blocked: () =>
    'Sharing the screen is blocked for this page. Allow it in the settings that your browser shows beside the address, then try again.',
  'blocked-by-system': () =>
    'Your device does not let the browser record the screen. Allow it in the privacy settings of your device, then try again.',
  failed: () => 'The screen could not be shared. Try it again.',
  'taken-over': (other) => `${other} shares a screen now, so yours is no longer shown.`,
};

/** What has happened, and how to mend it. */
export function shareFaultText(fault: ShareFault, otherName: string): string {
  return texts[fault](otherName);
}
