import { ATTACHMENT_PATH } from '#contract/attachments';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { ExternalLink } from 'lucide-react';
import { useEffect, useState } from 'react';
import { openFile } from './open-file.ts';
import styles from './picture-dialog.module.css';
import { pictureUrl } from './pictures.ts';

export interface PictureDialogProps {
  /** `attachments/<id>.<extension>` */
  readonly path: string;
  /** What the picture shows, in the writer's words; may be empty. */
  readonly words: string;
  readonly onClose: () => void;
}

/** A picture as large as the window has room for. */
export function PictureDialog({ path, words, onClose }: PictureDialogProps) {
  const [url, setUrl] = useState<string | null>();
  useEffect(() => {
    let isGone = false;
    void pictureUrl(path).then((address) => !isGone && setUrl(address));
    return () => {
      isGone = true;
    };
  }, [path]);
  const id = ATTACHMENT_PATH.exec(path)?.[1];
  return (
    <Dialog
      open
      onClose={onClose}
      title={words === '' ? 'Picture' : words}
      width="picture"
      footer={
        id !== undefined && (
          <Button icon={ExternalLink} onClick={() => void openFile(id)}>
            Open in its program
          </Button>
        )
      }
    >
      {url === null ? (
        <p className={styles.gone}>This picture can’t be found in the data folder.</p>
      ) : (
        url !== undefined && <img className={styles.picture} src={url} alt={words} />
      )}
    </Dialog>
  );
}
