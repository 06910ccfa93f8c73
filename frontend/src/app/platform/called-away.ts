/**
 * Tells a navigation that its time has come by itself, such as to a session that begins. Whoever would
 * ask first whether the page may be left must not: perhaps nobody sits there to answer.
 */
export const calledAway = 'called-away';
