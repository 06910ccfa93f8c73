import { type DeviceFault, type Kind, namesOf } from './device-fault';
import { type Browser, type Surroundings, type System, browserName } from './surroundings';

type Words = (devices: string, browser: string) => readonly string[];

const again = 'Then select “Try again”.';
const byItself = 'It is noticed by itself.';

const desktopUnblocking: Readonly<Record<Browser, Words>> = {
  chrome: (devices) => [
    'Select the icon to the left of the address.',
    `Turn on ${devices}. ${byItself}`,
  ],
  edge: (devices) => [
    'Select the lock to the left of the address, then “Permissions for this site”.',
    `Set ${devices} to “Allow”. ${byItself}`,
  ],
  firefox: (devices) => [
    `Select the crossed-out ${devices} to the left of the address.`,
    `Remove the block with ×. ${again}`,
  ],
  safari: (devices) => [
    'In the menu “Safari”, choose “Settings for This Website”.',
    `Set ${devices} to “Allow”. ${again}`,
  ],
  other: (devices) => [`Allow ${devices} for this page in your browser. ${again}`],
};

const androidUnblocking: Words = (devices) => [
  'Tap the icon to the left of the address, then “Permissions”.',
  `Allow ${devices}. ${again}`,
];

const iosSafariUnblocking: Words = (devices) => [
  'Tap the icon at the address, then “Website Settings”.',
  `Set ${devices} to “Allow”. ${again}`,
];

const systemSettings: Readonly<Record<System, Words>> = {
  windows: (devices, browser) => [
    `Open Windows Settings, “Privacy & security”, and there ${devices}.`,
    `Turn on the access, also for desktop apps such as ${browser}. ${again}`,
  ],
  macos: (devices, browser) => [
    `Open System Settings, “Privacy & Security”, and there ${devices}.`,
    `Turn on ${browser}. If macOS asks for it, restart ${browser}. ${again}`,
  ],
  linux: (devices, browser) => [
    `Open your system’s settings, “Privacy”, and turn on ${devices}.`,
    `Where ${browser} is a Snap or Flatpak, allow ${devices} in its app settings. ${again}`,
  ],
  android: (devices, browser) => [
    `Open the settings of your device, “Apps”, ${browser}, “Permissions”.`,
    `Allow ${devices}. ${again}`,
  ],
  ios: (devices, browser) => [
    `Open the settings of your device, “Apps”, ${browser}.`,
    `Turn on ${devices}. ${again}`,
  ],
  other: (devices, browser) => [
    `Allow ${devices} for ${browser} in the settings of your device. ${again}`,
  ],
};

/** How a block of this page is taken back. On iOS all browsers but Safari ask the system. */
function unblocking({ browser, system }: Surroundings): Words {
  if (system === 'android') return androidUnblocking;
  if (system !== 'ios') return desktopUnblocking[browser];
  return browser === 'safari' ? iosSafariUnblocking : systemSettings.ios;
}

function freeing(system: System): Words {
  return (devices, browser) => [
    `Close other programs and pages that use the ${devices}, such as another call. ${again}`,
    ...(system === 'windows' || system === 'macos'
      ? [`If there are none, see that ${browser} may use it in the privacy settings.`]
      : []),
  ];
}

/** What to do, step by step, in this browser and system. */
export function wayOut(
  kinds: readonly Kind[],
  fault: DeviceFault,
  around: Surroundings,
): readonly string[] {
  const words = wordsFor(fault, around);
  return words(namesOf(kinds), browserName(around));
}

function wordsFor(fault: DeviceFault, around: Surroundings): Words {
  switch (fault) {
    case 'insecure':
      return () => ['Open PeerLearn by an address that begins with https://.'];
    case 'blocked':
      return unblocking(around);
    case 'blocked-by-system':
      return systemSettings[around.system];
    case 'dismissed':
      return () => ['Select “Try again”, and choose “Allow” when your browser asks.'];
    case 'missing':
      return (devices) => [
        `Connect a ${devices}, or look for a switch or a cover on your device. ${byItself}`,
      ];
    case 'unplugged':
      return () => [`Connect it again, or another one. ${byItself}`];
    case 'in-use':
      return freeing(around.system);
    case 'failed':
      return () => ['Select “Try again”. If that does not help, restart the browser.'];
    default:
      return fault satisfies never;
  }
}

const inputVolume: Readonly<Record<System, string>> = {
  windows: 'Windows Settings, “System”, “Sound”, “Input”',
  macos: 'System Settings, “Sound”, “Input”',
  linux: 'the sound settings of your system',
  android: 'the settings of your device',
  ios: 'the settings of your device',
  other: 'the settings of your device',
};

/** What to do where a microphone is open and nothing at all comes from it. */
export function waysOutOfSilence({ system }: Surroundings): readonly string[] {
  return [
    'Say something. If this stays, look for a mute switch on your headset or keyboard.',
    `See that it is not turned down in ${inputVolume[system]}, or choose another microphone.`,
  ];
}
