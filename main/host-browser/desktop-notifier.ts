import type { Notifier } from '#main/ports/notifier';

/**
 * Notifications without Electron, through the platform's own helper (`notify-send` on Linux).
 *
 * @param icon a PNG file
 * @param goTo opens a route of the app, where the platform reports clicks (not on Linux)
 */
export function desktopNotifier(icon: string, goTo: (route: string) => void): Notifier {
  return {
    async show({ title, body, route }) {
      const { default: nodeNotifier } = await import('node-notifier');
      const { promise, resolve, reject } = Promise.withResolvers<void>();
      nodeNotifier.notify({ title, message: body, icon, wait: process.platform !== 'linux' }, (error, response) => {
        if (error) reject(error);
        else {
          resolve();
          if (response === 'activate') goTo(route);
        }
      });
      return promise;
    },
  };
}
