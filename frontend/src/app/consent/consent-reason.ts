/** Why nothing runs, in words, and whether it may be asked for. */
export { canRequest } from './domain/consent-view';
export { reasonOf } from './domain/consent-words';
