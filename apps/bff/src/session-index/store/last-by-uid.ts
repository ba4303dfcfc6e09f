/** Each row once: of those with one UID the last, as EM may tell of one twice while pages shift. */
export function lastByUid<T extends { readonly uid: string }>(rows: readonly T[] = []): T[] {
  return [...new Map(rows.map((row) => [row.uid, row])).values()]
}
