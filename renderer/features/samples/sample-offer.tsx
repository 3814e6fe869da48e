import { api } from '#renderer/data/api.ts';
import { Button } from '#renderer/ui/button.tsx';
import { useMutation, useQuery } from '@tanstack/react-query';
import { loadSamples } from './sample-actions.ts';

/** In an empty state: one click fills an empty profile with sample data, one undo takes it back. Nothing elsewhere. */
export function SampleOffer() {
  const { data: canLoad } = useQuery(api.samples.canLoad.queryOptions());
  const { mutate, isPending } = useMutation({ mutationFn: loadSamples });
  if (canLoad !== true) return null;
  return (
    <Button variant="link" aria-busy={isPending || undefined} onClick={() => isPending || mutate()}>
      Look around with sample data
    </Button>
  );
}
