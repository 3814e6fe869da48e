import type { LucideIcon } from 'lucide-react';

export type { LucideIcon };

export interface IconProps {
  readonly icon: LucideIcon;
  /** Edge in px; the stroke stays 1.5 px at every size. */
  readonly size?: 12 | 14 | 16 | 20 | 24;
  /** A name for readers; without one the icon is decoration. */
  readonly label?: string;
  readonly className?: string | undefined;
}

/** Every icon of the window: 16 px, 1.5 px stroke, the colour of the text around it. */
export function Icon({ icon: Glyph, size = 16, label, className }: IconProps) {
  const name = label === undefined ? { 'aria-hidden': true as const } : { role: 'img', 'aria-label': label };
  return (
    <Glyph size={size} strokeWidth={1.5} absoluteStrokeWidth className={className} style={{ flex: 'none' }} {...name} />
  );
}
