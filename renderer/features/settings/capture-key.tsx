import { api } from '#renderer/data/api.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Kbd } from '#renderer/ui/kbd.tsx';
import { isMacPlatform } from '#renderer/ui/keys.ts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { acceleratorOf, keysOf } from './accelerator.ts';
import { SettingLine } from './setting-line.tsx';
import styles from './settings-screen.module.css';
import type { SectionProps } from './settings-screen.tsx';

/** The key that opens the capture bar over whatever one does, as far as this host can listen to it. */
export function CaptureKey({ desk: { settings, errors, set } }: SectionProps) {
  const [isListening, setListening] = useState(false);
  const ability = useQuery(api.system.status.queryOptions()).data?.capabilities.globalHotkey;
  if (ability === 'none')
    return (
      <p className={styles.prose}>
        This window hears keys only while it is in front: a key for the whole desktop needs the Electron app. Your
        desktop can bind a key of its own to{' '}
        <code className={styles.path}>npm run cli -- capture &quot;what you think&quot;</code>.
      </p>
    );
  return (
    <SettingLine
      label="Open the capture bar"
      hint={
        ability === 'degraded'
          ? 'Your desktop asks before it lets an app hear a key everywhere. A new key holds from the next start.'
          : 'Works over every other app. A new key holds from the next start.'
      }
      error={errors.captureHotkey}
    >
      <div className={styles.buttons}>
        <Button
          aria-label={isListening ? 'Press the new key, or Escape' : 'Change the key that opens the capture bar'}
          onClick={() => setListening(true)}
          onBlur={() => setListening(false)}
          onKeyDown={(event) => {
            if (!isListening || event.key === 'Tab') return;
            event.preventDefault();
            event.stopPropagation();
            const accelerator = acceleratorOf(event, isMacPlatform());
            if (event.key === 'Escape') setListening(false);
            else if (accelerator !== null) {
              setListening(false);
              set('captureHotkey', accelerator, 'Capture key');
            }
          }}
        >
          {isListening ? 'Press the new key' : <Kbd keys={keysOf(settings.captureHotkey)} />}
        </Button>
      </div>
    </SettingLine>
  );
}
