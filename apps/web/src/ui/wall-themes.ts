/** How a wall may look on its screen; the option in its address. */
export const wallThemes = ['dark', 'light', 'auto'] as const
export type WallTheme = (typeof wallThemes)[number]
