import type { JSX } from 'preact';

const PATHS = {
  hanger:
    'M9.6 6.4a2.4 2.4 0 1 1 3.5 2.1c-.7.4-1.1.9-1.1 1.7v.4L3.6 16.3c-1.1.8-.6 2.4.7 2.4h15.4c1.3 0 1.8-1.6.7-2.4L12 10.6',
  close: 'm6 6 12 12M18 6 6 18',
  photo:
    'M5 5h14a2 2 0 0 1 2 2v10a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V7a2 2 0 0 1 2-2zM3.5 17l5-5 4 4 3-3 5 4.500M15.500 9.500h.01',
  camera:
    'M4 8h3.200l1.600-2.500h6.400L16.800 8H20a1.500 1.500 0 0 1 1.500 1.500v8A1.500 1.500 0 0 1 20 19H4a1.500 1.500 0 0 1-1.500-1.500v-8A1.500 1.500 0 0 1 4 8zM12 16.500a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7z',
  microphone:
    'M12 3.500a2.500 2.500 0 0 1 2.500 2.500v5a2.500 2.500 0 0 1-5 0V6A2.500 2.500 0 0 1 12 3.500zM6 11a6 6 0 0 0 12 0M12 17v3.500',
  speaker: 'M4 9.500h3.500L12 6v12l-4.500-3.500H4zM15.500 9.500a3.500 3.500 0 0 1 0 5M18 7a7 7 0 0 1 0 10',
  send: 'M12 19V5M6 11l6-6 6 6',
  heart: 'M12 19.500S4 14.700 4 9.300A4.300 4.300 0 0 1 12 7a4.300 4.300 0 0 1 8 2.300c0 5.400-8 10.200-8 10.200z',
  dislike:
    'M4.500 4.500h3v9h-3zM7.500 13l4 6.500c1.500 0 2.300-1.200 2-2.600l-.700-3.400h5.200a1.700 1.700 0 0 0 1.700-2l-1-5.300a2 2 0 0 0-2-1.700H7.500',
  left: 'm14.500 5.500-6.500 6.500 6.500 6.500',
  right: 'm9.500 5.500 6.500 6.500-6.500 6.500',
  restart: 'M4.500 12a7.500 7.500 0 1 0 2.300-5.400M4.500 4v4h4',
  down: 'm6 9.500 6 6 6-6',
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name, filled = false }: { readonly name: IconName; readonly filled?: boolean }): JSX.Element {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true" class={filled ? 'icon filled' : 'icon'}>
      <path d={PATHS[name]} />
    </svg>
  );
}

export interface IconButtonProps {
  readonly icon: IconName;
  readonly label: string;
  readonly onClick: () => void;
  readonly class?: string;
  readonly pressed?: boolean;
  readonly disabled?: boolean;
}

/** A button that is a picture, with its name for who hears it. */
export function IconButton({ icon, label, onClick, pressed, disabled, ...rest }: IconButtonProps): JSX.Element {
  return (
    <button
      type="button"
      class={`icon-button ${rest.class ?? ''}`}
      aria-label={label}
      title={label}
      aria-pressed={pressed}
      disabled={disabled}
      onClick={onClick}
    >
      <Icon name={icon} filled={pressed === true} />
    </button>
  );
}
