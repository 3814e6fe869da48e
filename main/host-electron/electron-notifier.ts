import type { Notifier } from '#main/ports/notifier';
import { Notification } from 'electron';

/** Native notifications; a click leads to the notice's place in the window. */
export function electronNotifier(icon: string, goTo: (route: string) => void): Notifier {
  const shown = new Map<string, Notification>();
  return {
    show({ title, body, tag, route }) {
      const { promise, resolve, reject } = Promise.withResolvers<void>();
      if (!Notification.isSupported()) return Promise.reject(new Error('notifications are not supported here'));
      shown.get(tag)?.close();
      const notification = new Notification({ title, body, icon });
      // Kept in the map: a collected notification forgets its click.
      shown.set(tag, notification);
      notification.on('show', () => resolve());
      notification.on('failed', (_event, error) => reject(new Error(error)));
      notification.on('click', () => goTo(route));
      notification.on('close', () => {
        if (shown.get(tag) === notification) shown.delete(tag);
      });
      notification.show();
      return promise;
    },
  };
}
