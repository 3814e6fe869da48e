import type { Expense } from '#contract/expenses';
import { api, client } from '#renderer/data/api.ts';
import type { Failure } from '#renderer/data/failure.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { Button } from '#renderer/ui/button.tsx';
import { DateField } from '#renderer/ui/date-field.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { amountText, parseAmount } from './amount.ts';
import styles from './money.module.css';

interface ExpenseDialogProps {
  /** What is changed; null makes a new one. */
  readonly expense: Expense | null;
  readonly today: string;
  readonly currency: string;
  readonly onClose: () => void;
}

/** Keeps or changes one expense. What can't be read stays in its field with the reason. */
export function ExpenseDialog({ expense, today, currency: usual, onClose }: ExpenseDialogProps) {
  const [amount, setAmount] = useState(expense ? amountText(expense.amount) : '');
  const [currency, setCurrency] = useState(expense?.amount.currency ?? usual);
  const [category, setCategory] = useState(expense?.category ?? '');
  const [note, setNote] = useState(expense?.note ?? '');
  const [day, setDay] = useState(expense?.day ?? today);
  const [wrong, setWrong] = useState<{ field: string; message: string } | null>(null);
  const categories = useQuery(api.expenses.categories.queryOptions());
  const categoryList = useId();
  const form = useId();
  const options = {
    onDone: onClose,
    onFailure: ({ field = 'amount', message }: Failure) =>
      setWrong({ field: field === 'minor' ? 'amount' : field, message }),
  };
  const create = useCommand(client.expenses.create, { ...options, done: () => 'Expense kept' });
  const update = useCommand(client.expenses.update, { ...options, done: () => 'Expense changed' });
  const errorOf = (field: string): string | undefined => (wrong?.field === field ? wrong.message : undefined);

  function save(): void {
    const code = currency.trim().toUpperCase();
    if (!/^[A-Z]{3}$/.test(code))
      return setWrong({ field: 'currency', message: 'A currency is three letters, such as EUR.' });
    const parsed = parseAmount(amount, code);
    if (!parsed)
      return setWrong({
        field: 'amount',
        message: `Write an amount such as ${amountText({ minor: 1250, currency: code })}.`,
      });
    setWrong(null);
    const fields = { amount: parsed, category, day, note };
    if (expense) update.mutate({ id: expense.id, change: fields });
    else create.mutate(fields);
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title={expense ? 'Expense' : 'New expense'}
      footer={
        <Button variant="primary" type="submit" form={form} disabled={create.isPending || update.isPending}>
          {expense ? 'Save' : 'Keep it'}
        </Button>
      }
    >
      <form
        id={form}
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <TextField label="Amount" value={amount} onChange={setAmount} error={errorOf('amount')} inputMode="decimal" />
        <TextField label="Currency" value={currency} onChange={setCurrency} error={errorOf('currency')} maxLength={3} />
        <TextField label="What for" value={note} onChange={setNote} error={errorOf('note')} className={styles.whole} />
        <TextField
          label="Category"
          value={category}
          onChange={setCategory}
          error={errorOf('category')}
          list={categoryList}
        />
        <datalist id={categoryList}>
          {categories.data?.map((name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </datalist>
        <DateField
          label="Day"
          value={day}
          onChange={(next) => setDay(next ?? today)}
          today={today}
          error={errorOf('day')}
        />
      </form>
    </Dialog>
  );
}
