import { api } from '#renderer/data/api.ts';
import { Bar } from '#renderer/ui/bar.tsx';
import { useQuery } from '@tanstack/react-query';

export default function TasksScreen() {
  const tasks = useQuery(api.tasks.list.queryOptions({ input: { list: 'all' } }));
  return (
    <>
      <Bar title="Tasks" />
      <ul>
        {tasks.data?.map((task) => (
          <li key={task.id}>{task.title}</li>
        ))}
      </ul>
    </>
  );
}
