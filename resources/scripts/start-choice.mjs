/** Which host a start should use, from what was asked and what the machine offers. */

/**
 * @typedef {object} HostChoice
 * @property {'electron' | 'browser'} host
 * @property {boolean} isForced the person asked for this host: failing is better than using the other
 * @property {boolean} hasWindow whether a window is to be opened at all
 */

/**
 * @param {object} asked
 * @param {string | undefined} asked.wanted `electron`, `browser` or nothing (BRAINDUMP_HOST)
 * @param {readonly string[]} asked.args the app's arguments
 * @param {boolean} asked.hasDisplay
 * @returns {HostChoice}
 * @throws {Error} when `wanted` is another word
 */
export function chooseHost({ wanted, args, hasDisplay }) {
  if (wanted !== undefined && wanted !== '' && wanted !== 'electron' && wanted !== 'browser') {
    throw new Error(`BRAINDUMP_HOST can be "electron" or "browser", not "${wanted}".`);
  }
  // Help is text in the terminal: nothing should be fetched for it.
  const isTextOnly = args.includes('--help') || args.includes('--no-window');
  const hasWindow = hasDisplay && !isTextOnly;
  if (wanted === 'electron') return { host: 'electron', isForced: true, hasWindow };
  if (wanted === 'browser' || !hasWindow) return { host: 'browser', isForced: wanted === 'browser', hasWindow };
  return { host: 'electron', isForced: false, hasWindow };
}
