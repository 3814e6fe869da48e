import { CSPProvider } from '@base-ui/react/csp-provider';
import { Tooltip } from '@base-ui/react/tooltip';
import type { ReactNode } from 'react';

import { Toasts } from './toasts.tsx';

/** What the parts need around them, once per window: tooltips that follow each other at once, and the toasts. */
export function UiProvider({ children }: { readonly children: ReactNode }) {
  return (
    // Base UI would add <style> elements, which the content security policy refuses; ours carry all that is needed.
    <CSPProvider disableStyleElements>
      <Tooltip.Provider delay={500} closeDelay={0} timeout={400}>
        {children}
        <Toasts />
      </Tooltip.Provider>
    </CSPProvider>
  );
}
