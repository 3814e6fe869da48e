import { Button } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { useGoTo } from '#renderer/data/navigation.ts';

/** An address that leads nowhere, perhaps an old link. */
export function NoSuchPage() {
  const goTo = useGoTo();
  return (
    <EmptyState
      isPage
      title="There is nothing at this address"
      action={<Button onClick={() => goTo('/today')}>Go to Today</Button>}
    >
      It may have been moved or deleted. Search finds what is still here.
    </EmptyState>
  );
}
