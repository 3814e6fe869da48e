/**
 * What the page may do: nothing but its own files and, without Electron, its own socket. Inline styles are how its editor
 * lays out lines.
 *
 * @param socketOrigin `ws://127.0.0.1:PORT`, or nothing where a message port is the bridge
 */
export function contentSecurityPolicy(socketOrigin?: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "font-src 'self'",
    "img-src 'self' data: blob:",
    "manifest-src 'self'",
    `connect-src 'self'${socketOrigin === undefined ? '' : ` ${socketOrigin}`}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
