import { TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';

import { Icon } from '#renderer/ui/icon.tsx';

import styles from './banner.module.css';

/** A state of the whole app that limits what can be done. */
export type BannerState = 'read-only' | 'storage-full' | 'newer-database';

const words: Readonly<Record<BannerState, { readonly title: string; readonly text: string }>> = {
  'read-only': {
    title: 'Your data can be read, but not changed.',
    text: 'The folder it lies in does not allow writing. Allow it, or choose another folder, and start the app again.',
  },
  'storage-full': {
    title: 'The disk is full.',
    text: 'What you had saved is safe, and what you are writing stays on the screen. Free some space and it will be saved.',
  },
  'newer-database': {
    title: 'Your data was written by a newer version of Braindump.',
    text: 'Nothing was changed. Please update this one to go on.',
  },
};

export interface BannerProps {
  readonly state: BannerState;
  /** What helps, as a Button. */
  readonly action?: ReactNode;
}

/** A line above everything while the app can't do all it should. */
export function Banner({ state, action }: BannerProps) {
  const { title, text } = words[state];
  return (
    <div role="alert" className={styles.banner}>
      <Icon icon={TriangleAlert} className={styles.icon} />
      <p className={styles.text}>
        <b>{title}</b> {text}
      </p>
      {action}
    </div>
  );
}
