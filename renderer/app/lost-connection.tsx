import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { ErrorNotice } from '#renderer/ui/error-notice.tsx';

/** The core went away: closed elsewhere, stopped, or this address was used already. */
export function LostConnection({ asBanner = false }: { readonly asBanner?: boolean }) {
  if (asBanner)
    return (
      <ErrorNotice
        title="Braindump’s core does not answer."
        kept="What you are writing stays on this page."
        advice="Start Braindump again if it was closed; the window comes back by itself if it was only busy."
      />
    );
  return (
    <main>
      <EmptyState isPage title="Braindump is not running behind this page">
        It was closed, or this address was used before. Start Braindump again and use the window it opens; everything
        you saved is there.
      </EmptyState>
    </main>
  );
}
