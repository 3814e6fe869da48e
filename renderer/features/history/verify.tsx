import { client } from '#renderer/data/api.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { ErrorNotice } from '#renderer/ui/error-notice.tsx';
import { formatCount, formatNumber } from '#renderer/ui/format.ts';
import { Icon } from '#renderer/ui/icon.tsx';
import { ShieldCheck } from 'lucide-react';
import styles from './history-screen.module.css';

/** Walks the hash chain of the whole ledger. */
export const useVerify = () => useCommand(() => client.history.verify());

interface VerifyResultProps {
  readonly commits: number;
  readonly firstBrokenSeq: number | null;
}

/** Whether every change stands as it was written. */
export function VerifyResult({ commits, firstBrokenSeq }: VerifyResultProps) {
  return (
    <div className={styles.notice}>
      {firstBrokenSeq === null ? (
        <p role="status" className={styles.whole}>
          <Icon icon={ShieldCheck} />
          {formatCount(commits, { one: 'change stands', other: 'changes stand' })} as written: the ledger is whole.
        </p>
      ) : (
        <ErrorNotice
          title={`From number ${formatNumber(firstBrokenSeq)} on, the ledger is not as it was written`}
          kept="Nothing was changed by looking."
          advice="Something other than Braindump edited the data file. A backup from before may hold what was there."
        />
      )}
    </div>
  );
}
