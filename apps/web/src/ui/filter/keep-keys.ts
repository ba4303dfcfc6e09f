/**
 * Keeps keys pressed in a layer above the page from the page's own shortcuts: there `f` on a button
 * would change the filter underneath, and Esc would close more than the layer. Tab and what has Ctrl
 * or ⌘ go on: they are the focus trap's and the whole application's.
 */
export function keepKeys(event: React.KeyboardEvent): void {
  if (event.key !== 'Tab' && !event.ctrlKey && !event.metaKey) event.stopPropagation()
}
