import { api } from '#renderer/data/api.ts';
import { useQuery } from '@tanstack/react-query';
import styles from './settings-screen.module.css';

const HOSTS = {
  electron: 'the Electron app',
  browser: 'a Chromium app window',
  'command-line': 'the command line',
} as const;

/** What this is and what it stands on. */
export function About() {
  const status = useQuery(api.system.status.queryOptions()).data;
  return (
    <>
      <p>
        Braindump {status?.version}
        {status !== undefined && <span className={styles.quiet}>, in {HOSTS[status.capabilities.host]}</span>}
      </p>
      <p className={styles.prose}>
        Free software under the MIT licence. It stands on Electron, SQLite, React, Base UI, CodeMirror, TanStack, oRPC
        and Drizzle (MIT, SQLite in the public domain), Lucide (ISC), and the faces Inter and Newsreader (SIL Open Font
        License). The licence of every part comes with it in its folder.
      </p>
    </>
  );
}
