import type { Expense } from '#contract/expenses';
import { api, client } from '#renderer/data/api.ts';
import { failureOf } from '#renderer/data/failure.ts';
import { useGoTo, useSearchParam } from '#renderer/data/navigation.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { Bar } from '#renderer/ui/bar.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { ErrorNotice } from '#renderer/ui/error-notice.tsx';
import { formatDay, formatMoney, monthNames } from '#renderer/ui/format.ts';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { PagePane } from '#renderer/ui/page-pane.tsx';
import { Pane, PaneSection } from '#renderer/ui/pane.tsx';
import { SectionLabel } from '#renderer/ui/section-label.tsx';
import { useShortcuts } from '#renderer/ui/use-shortcuts.ts';
import { VirtualList } from '#renderer/ui/virtual-list.tsx';
import { useQuery } from '@tanstack/react-query';
import { ChevronLeft, ChevronRight, Plus } from 'lucide-react';
import { useState } from 'react';
import { ExpenseDialog } from './expense-dialog.tsx';
import styles from './money.module.css';

/** What was spent, a month at a time. */
export default function MoneyScreen() {
  const now = useQuery(api.today.now.queryOptions());
  const today = now.data?.day;
  return today === undefined ? <Bar title="Money" /> : <Month key={today.slice(0, 7)} today={today} />;
}

function Month({ today }: { readonly today: string }) {
  const goTo = useGoTo();
  const month = useSearchParam('month') ?? today.slice(0, 7);
  const wantsNew = useSearchParam('new') !== undefined;
  const linkedId = useSearchParam('expense');
  const [clicked, setClicked] = useState<Expense | null>(null);
  const settings = useQuery(api.settings.get.queryOptions());
  const query = useQuery(api.expenses.month.queryOptions({ input: { month }, placeholderData: (before) => before }));
  const remove = useCommand(client.expenses.remove, { done: () => 'Expense deleted' });
  const show = (to: string): void => goTo(`/money?month=${to}`, { replace: true });
  const startNew = (): void => goTo(`/money?month=${month}&new=1`, { replace: true });
  useShortcuts([
    { keys: 'n', run: startNew },
    { keys: '[', run: () => show(monthAfter(month, -1)), repeats: true },
    { keys: ']', run: () => show(monthAfter(month, 1)), repeats: true },
  ]);
  const expenses = query.data?.expenses ?? [];
  const open = clicked ?? expenses.find((expense) => expense.id === linkedId) ?? null;
  return (
    <>
      <Bar
        title={monthTitle(month)}
        beside={
          <>
            <IconButton icon={ChevronLeft} label="Month before" keys="[" onClick={() => show(monthAfter(month, -1))} />
            <IconButton icon={ChevronRight} label="Month after" keys="]" onClick={() => show(monthAfter(month, 1))} />
          </>
        }
        detail={query.data?.totals.map((total) => formatMoney(total)).join(', ')}
        end={
          <Button icon={Plus} keys="n" onClick={startNew}>
            New expense
          </Button>
        }
      />
      {query.error !== null && <ErrorNotice title={failureOf(query.error).message} />}
      {query.data && expenses.length === 0 && (
        <EmptyState title="What you spend" action={<Button onClick={startNew}>Write down an expense</Button>}>
          Nothing in {monthTitle(month)} yet. You can also capture it in words: “lunch 12.50 eur”.
        </EmptyState>
      )}
      {expenses.length > 0 && (
        <VirtualList
          label={`Expenses of ${monthTitle(month)}`}
          className={styles.list}
          items={expenses}
          itemKey={(expense) => expense.id}
          onOpen={setClicked}
          onKey={(event, expense) => {
            if (event.key !== 'Delete' && event.key !== 'Backspace') return false;
            remove.mutate({ id: expense.id });
            return true;
          }}
          renderItem={(expense) => (
            <div className={styles.row}>
              <span className={styles.day}>{formatDay(expense.day, 'short')}</span>
              <span className={styles.note} dir="auto">
                {expense.note || 'Without a note'}
              </span>
              <span className={styles.category} dir="auto">
                {expense.category}
              </span>
              <span className={styles.amount}>{formatMoney(expense.amount, { aligned: true })}</span>
            </div>
          )}
        />
      )}
      {query.data && query.data.byCategory.length > 0 && (
        <PagePane>
          <Pane title="By category">
            <PaneSection>
              <Categories totals={query.data.byCategory} />
            </PaneSection>
          </Pane>
        </PagePane>
      )}
      {(open !== null || wantsNew) && (
        <ExpenseDialog
          expense={open}
          today={today}
          currency={settings.data?.currency ?? 'EUR'}
          onClose={() => {
            setClicked(null);
            if (wantsNew || linkedId !== undefined) show(month);
          }}
        />
      )}
    </>
  );
}

type CategoryTotal = { readonly category: string; readonly total: Expense['amount'] };

/** Bars of one currency each, with their sums: the picture and the table are the same thing. */
function Categories({ totals }: { readonly totals: readonly CategoryTotal[] }) {
  const groups = [...Map.groupBy(totals, ({ total }) => total.currency)];
  return groups.map(([currency, group]) => {
    const most = Math.max(...group.map(({ total }) => total.minor));
    return (
      <section key={currency} aria-label={`Spent in ${currency}`}>
        {groups.length > 1 && <SectionLabel level={3}>{currency}</SectionLabel>}
        <table className={styles.table}>
          <tbody>
            {group.map(({ category, total }) => (
              <tr key={category}>
                <th scope="row" dir="auto">
                  {category || 'Other'}
                  <meter className={styles.meter} min={0} max={most} value={total.minor} aria-hidden="true" />
                </th>
                <td>{formatMoney(total, { aligned: true })}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    );
  });
}

function monthTitle(month: string): string {
  const [year, number] = month.split('-');
  return `${monthNames('long')[Number(number) - 1]} ${year}`;
}

function monthAfter(month: string, months: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const at = year * 12 + number - 1 + months;
  return `${String(Math.floor(at / 12)).padStart(4, '0')}-${String((at % 12) + 1).padStart(2, '0')}`;
}
