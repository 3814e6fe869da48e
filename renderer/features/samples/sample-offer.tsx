import { api, client } from '#renderer/data/api.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { Button } from '#renderer/ui/button.tsx';
import { useQuery } from '@tanstack/react-query';

/** In an empty state: one click fills an empty profile with sample data, one undo takes it back. Nothing elsewhere. */
export function SampleOffer() {
  const { data: canLoad } = useQuery(api.samples.canLoad.queryOptions());
  const { mutate, isPending } = useCommand(() => client.samples.load(), { done: () => 'Sample data loaded' });
  if (canLoad !== true) return null;
  return (
    <Button variant="link" aria-busy={isPending || undefined} onClick={() => isPending || mutate(undefined)}>
      Look around with sample data
    </Button>
  );
}
