/** How Nuxt UI's components look here: small, quiet, one accent. */
export const uiTheme = {
  colors: { primary: 'indigo', neutral: 'zinc', success: 'emerald', warning: 'amber', error: 'rose' },
  button: {
    defaultVariants: { size: 'sm', color: 'neutral', variant: 'ghost' },
    // A soft button is a background alone, which high contrast takes away.
    variants: { variant: { soft: 'contrast:ring contrast:ring-inset contrast:ring-accented' } },
  },
  select: { defaultVariants: { size: 'sm' } },
  selectMenu: { defaultVariants: { size: 'sm' } },
  input: { defaultVariants: { size: 'sm' } },
  // Keys are written as they are printed on the keyboard, here as everywhere.
  kbd: { base: 'normal-case', defaultVariants: { size: 'sm' } },
  tabs: {
    slots: { root: 'shrink-0 gap-0' },
    defaultVariants: { size: 'sm', color: 'neutral', variant: 'link' },
  },
  tooltip: { slots: { content: 'text-xs h-7 px-2' } },
  splitter: {
    slots: {
      handle:
        'bg-(--ui-border) transition-colors hover:bg-primary data-[resize-handle-state=drag]:bg-primary focus-visible:bg-primary',
      panel: 'min-w-0 min-h-0 flex flex-col',
    },
    variants: {
      orientation: {
        horizontal: { handle: 'w-px' },
        vertical: { handle: 'h-px' },
      },
    },
  },
} as const
