import { useEffect, useRef } from 'react';
import { registerField } from './capture.ts';
import { CaptureForm } from './capture-form.tsx';

/** The line docked in a page: what the capture key focuses while it is shown, instead of opening the bar. */
export function CaptureLine() {
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => (field.current ? registerField(field.current) : undefined), []);
  return <CaptureForm look="line" fieldRef={field} onEscape={() => field.current?.blur()} />;
}
