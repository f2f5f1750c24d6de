/** The icons, as one SVG path each in a box of 24 by 24. A word stands beside each: none is ever alone. */
export const ICONS = {
  good: "M5 12.5l4.5 4.5L19 7.5",
  differs: "M5 9h14M5 15h14M16 4.5L8 19.5",
  speaker: "M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM3 20c0-3.6 2.6-6 6-6s6 2.4 6 6M16.5 6.5l5 5m0-5l-5 5",
  context: "M4 8V4h4M16 4h4v4M20 16v4h-4M8 20H4v-4M8 12h8",
  search: "M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zM15.5 15.5L20.5 20.5",
  question: "M8.5 9a3.5 3.5 0 1 1 5.3 3c-1.2.7-1.8 1.4-1.8 2.8M12 18.5v.5",
  related: "M4 7h16M4 12h10M4 17h13",
  warning: "M12 4L2.8 19.5h18.4zM12 10v4.5M12 17v.5",
} as const;

export type IconName = keyof typeof ICONS;
