import type { ReactNode } from 'react';

function Icon({ children, size = 20 }: { children: ReactNode; size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {children}
    </svg>
  );
}

export const HandsIcon = () => (
  <Icon>
    <circle cx="10" cy="10" r="6.5" />
    <path d="M10 6.5V10l2.5 1.5" />
  </Icon>
);

export const SearchIcon = () => (
  <Icon>
    <circle cx="9" cy="9" r="5" />
    <path d="m12.8 12.8 3.7 3.7" />
  </Icon>
);

export const TasksIcon = () => (
  <Icon>
    <path d="m3.5 5.5 1.500 1.500 2.500-2.500M3.500 13.500l1.500 1.500 2.500-2.500M10.500 6h6M10.500 14h6" />
  </Icon>
);

export const BellIcon = () => (
  <Icon>
    <path d="M5.500 8.500a4.500 4.500 0 0 1 9 0c0 3.500 1.500 4.500 1.500 5.500H4c0-1 1.500-2 1.500-5.500M8.500 16.500h3" />
  </Icon>
);

export const PhoneIcon = () => (
  <Icon>
    <path d="M6.200 3.500 4.300 4.200c-.7 4.600 6.400 12.600 11.600 11.600l.7-2-3.300-2-1.700 1.200c-1.700-.9-3.300-2.700-4.100-4.400L8.700 7z" />
  </Icon>
);

export const CustomersIcon = () => (
  <Icon>
    <circle cx="10" cy="7" r="3" />
    <path d="M4 16.5c.6-3 3-4.500 6-4.500s5.400 1.500 6 4.500" />
  </Icon>
);

export const OutboxIcon = () => (
  <Icon>
    <path d="M10 12.5v-9m0 0L6.8 6.7M10 3.5l3.2 3.2M3.5 11.5v3a2 2 0 0 0 2 2h9a2 2 0 0 0 2-2v-3" />
  </Icon>
);

export const MailInIcon = () => (
  <Icon>
    <path d="M10 3.5v9m0 0 3.2-3.2M10 12.5 6.8 9.3M3.5 11.5v3a2 2 0 0 0 2 2h9a2 2 0 0 0 2-2v-3" />
  </Icon>
);

export const SettingsIcon = () => (
  <Icon>
    <path d="M3.5 6h7m4 0h2M3.5 14h2m4 0h7" />
    <circle cx="12.5" cy="6" r="2" />
    <circle cx="7.5" cy="14" r="2" />
  </Icon>
);

export const MoreIcon = () => (
  <Icon>
    <path d="M3.500 6h13M3.500 10h13M3.500 14h13" />
  </Icon>
);

export const FileIcon = () => (
  <Icon size={14}>
    <path d="M11.5 2.500H6a1.5 1.5 0 0 0-1.5 1.500v12A1.5 1.5 0 0 0 6 17.500h8a1.5 1.5 0 0 0 1.5-1.500V6.500zM11.5 2.500v4h4" />
  </Icon>
);

export const BackIcon = () => (
  <Icon>
    <path d="M12 4.5 6.5 10l5.5 5.5" />
  </Icon>
);

export const DownIcon = () => (
  <Icon size={14}>
    <path d="m4.500 7.500 5.500 5.500 5.500-5.500" />
  </Icon>
);

export const CloseIcon = () => (
  <Icon size={14}>
    <path d="m5 5 10 10M15 5 5 15" />
  </Icon>
);

export const PencilIcon = () => (
  <Icon size={16}>
    <path d="m4 16 .8-3.600 8.400-8.400a1.600 1.600 0 0 1 2.300 0l.5.5a1.600 1.600 0 0 1 0 2.300L7.600 15.200zM11.800 5.400l2.800 2.800" />
  </Icon>
);

export const ClipIcon = () => (
  <Icon size={16}>
    <path d="m15.5 9.5-5.6 5.6a3.3 3.3 0 0 1-4.7-4.7l6-6a2.2 2.2 0 0 1 3.1 3.1l-6 6a1.1 1.1 0 0 1-1.5-1.5l5.2-5.3" />
  </Icon>
);

export const PyramidIcon = () => (
  <Icon>
    <path d="M10 3.5 17 16.500H3zM7.500 8.500h5M5 12.500h10" />
  </Icon>
);

export const NumbersIcon = () => (
  <Icon size={14}>
    <path d="M3 3.500 4.500 3v5M3 12.500h2.500L3 17h2.500M9 5.500h8M9 14.500h8" />
  </Icon>
);
