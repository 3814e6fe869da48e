import type { Settings } from '#contract/settings';
import { useLayoutEffect } from 'react';

/** Puts the chosen theme and density on the page; "system" follows the machine while the window is open. */
export function useLook(settings: Pick<Settings, 'theme' | 'density'> | undefined): void {
  const theme = settings?.theme ?? 'system';
  const density = settings?.density ?? 'comfortable';
  useLayoutEffect(() => {
    const page = document.documentElement;
    page.dataset['density'] = density;
    const isDark = window.matchMedia('(prefers-color-scheme: dark)');
    const apply = (): void => {
      page.dataset['theme'] = theme === 'system' ? (isDark.matches ? 'dark' : 'light') : theme;
    };
    apply();
    isDark.addEventListener('change', apply);
    return () => isDark.removeEventListener('change', apply);
  }, [theme, density]);
}
