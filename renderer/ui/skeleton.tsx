import styles from './skeleton.module.css';

export interface SkeletonProps {
  /** What is on its way, for readers: "Loading tasks". */
  readonly label: string;
  /** Rows to draw; about as many as there will be. */
  readonly rows?: number;
}

const widths = ['62%', '78%', '54%', '70%', '46%', '66%'];

/** Grey rows where content will be. They appear after 300 ms: what comes sooner needs no announcement. */
export function Skeleton({ label, rows = 5 }: SkeletonProps) {
  return (
    <output aria-label={label} className={styles.skeleton}>
      {Array.from({ length: rows }, (_, row) => (
        <span key={row} className={styles.row}>
          <span className={styles.dot} />
          <span className={styles.line} style={{ width: widths[row % widths.length] }} />
        </span>
      ))}
    </output>
  );
}
