import type { IconName } from '../../ui/icon/icon-paths';
import type { Placed } from '../domain/bar-layout';
import type { CommandId } from '../domain/shortcuts';

/**
 * One control of the room. What it is called changes with its state and always says what pressing it
 * does ("Mute", "Unmute"), so no control has a pressed state besides; what opens a panel tells so.
 */
export interface Control extends Placed {
  readonly id: CommandId;
  readonly icon: IconName;
  readonly label: string;
  /** A shorter word to show, a part of the label. */
  readonly text?: string;
  /** `off`: something of one's own is switched off; `on`: something is on that is not so usually. */
  readonly look?: 'off' | 'on' | 'danger';
  readonly count?: number;
  readonly isExpanded?: boolean;
  readonly press: () => void;
}
