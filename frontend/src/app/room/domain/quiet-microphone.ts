/** What is heard of the own microphone while it is on. */
export interface OwnSound {
  /** The system gives nothing of it: a phone call has it, or a switch is off. */
  readonly isHeldBack: boolean;
  /** Nothing at all has come for seconds. */
  readonly isSilent: boolean;
  /** From 0 to 1. */
  readonly level: number;
}

/** What is known of it so far. */
export interface QuietMicrophone {
  readonly quietSince: number | null;
  readonly hasSounded: boolean;
  readonly isTold: boolean;
  readonly wasTold: boolean;
}

export const unheard: QuietMicrophone = {
  quietSince: null,
  hasSounded: false,
  isTold: false,
  wasTold: false,
};

const heldBackMs = 1500;
const neverHeardMs = 2000;
/** Some microphones give nothing at all between words; those belong to who listens. */
const heardBeforeMs = 30_000;

/** Whether to ask after a look at `now`; each microphone that falls silent by itself is asked about once. */
export function nextQuiet(known: QuietMicrophone, sound: OwnSound, now: number): QuietMicrophone {
  if (!sound.isHeldBack && !sound.isSilent) return afterSound(known, sound.level);
  if (known.isTold) return known;
  const quietSince = known.quietSince ?? now;
  const isNews = sound.isHeldBack || !known.wasTold;
  const isTold = isNews && now - quietSince >= patience(known, sound);
  if (!isTold && quietSince === known.quietSince) return known;
  return { ...known, quietSince, isTold, wasTold: known.wasTold || isTold };
}

function patience({ hasSounded }: QuietMicrophone, { isHeldBack }: OwnSound): number {
  if (isHeldBack) return heldBackMs;
  return hasSounded ? heardBeforeMs : neverHeardMs;
}

function afterSound(known: QuietMicrophone, level: number): QuietMicrophone {
  const hasSounded = known.hasSounded || level > 0;
  const isSame = known.quietSince === null && hasSounded === known.hasSounded;
  return isSame ? known : { ...known, quietSince: null, hasSounded, isTold: false };
}
