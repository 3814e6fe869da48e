import { useGoTo } from '#renderer/data/navigation.ts';
import { FileDown } from 'lucide-react';
import { Icon } from '#renderer/ui/icon.tsx';
import { useEffect, useState } from 'react';
import { gatherDropped } from './gather-files.ts';
import styles from './drop-anywhere.module.css';
import { beginImport, importSession } from './import-session.ts';

/** Files dropped anywhere but in a text are looked at by the import. */
export function DropAnywhere() {
  const goTo = useGoTo();
  const [isOver, setIsOver] = useState(false);
  useEffect(() => {
    const isOurs = (event: DragEvent): boolean =>
      event.dataTransfer?.types.includes('Files') === true &&
      !event.defaultPrevented &&
      !(event.target instanceof Element && event.target.closest('.cm-editor, input, textarea') !== null);
    const over = (event: DragEvent): void => {
      const ours = isOurs(event);
      // Without this the browser would open the file in the place of the app.
      if (ours) event.preventDefault();
      setIsOver(ours);
    };
    const leave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setIsOver(false);
    };
    const drop = (event: DragEvent): void => {
      setIsOver(false);
      if (!isOurs(event) || !event.dataTransfer) return;
      event.preventDefault();
      // One that is being written is not thrown away by a slip of the hand.
      if (importSession.state().step === 'writing') return goTo('/import');
      const gathered = gatherDropped(event.dataTransfer);
      goTo('/import');
      void gathered.then(beginImport);
    };
    const end = (): void => setIsOver(false);
    window.addEventListener('dragover', over);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
    window.addEventListener('dragend', end);
    return () => {
      window.removeEventListener('dragover', over);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop);
      window.removeEventListener('dragend', end);
    };
  }, [goTo]);
  if (!isOver) return null;
  return (
    <div className={styles.over} role="presentation">
      <p className={styles.words}>
        <Icon icon={FileDown} /> Drop to look at what could be imported
      </p>
    </div>
  );
}
